import { VendorFailure } from '../failure/vendor-failure.ts'
import { factsFromResponse } from '../http/facts-from-response.ts'
import type { Connection } from '../vendor/vendor.ts'

const ownHosts = /(^|\.)replicate\.(com|net)$/
const cancelMs = 5_000

/** Follows the addresses that a prediction holds, with the token only where it belongs. */
export class ReplicateClient {
  readonly headers: Readonly<Record<string, string>>
  readonly #origin: string
  readonly #fetch: typeof fetch

  constructor({ baseURL, apiKey, headers, fetch }: Connection) {
    this.headers = {
      ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      ...headers,
    }
    this.#origin = new URL(baseURL).origin
    this.#fetch = fetch
  }

  /** Throws `VendorFailure` unless it succeeds, and an error for an address of a stranger. */
  async get(url: string, accept: string, signal: AbortSignal): Promise<Response> {
    this.#check(url)
    const response = await this.#fetch(url, { headers: { ...this.headers, accept }, signal })
    if (response.ok) return response
    throw new VendorFailure(await factsFromResponse(response))
  }

  /** Asks to end a prediction, whatever comes of it: there is nobody left to tell. */
  cancel(url: string): void {
    this.#post(url).catch(() => {})
  }

  async #post(url: string): Promise<void> {
    this.#check(url)
    const signal = AbortSignal.timeout(cancelMs)
    const response = await this.#fetch(url, { method: 'POST', headers: this.headers, signal })
    await response.body?.cancel()
  }

  #check(url: string): void {
    const { origin, protocol, hostname } = new URL(url)
    const isOwn = protocol === 'https:' && ownHosts.test(hostname)
    if (origin === this.#origin || isOwn) return
    throw new Error(`the prediction leads to ${origin}, which is not Replicate's.`)
  }
}
