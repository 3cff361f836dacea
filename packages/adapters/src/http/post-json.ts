import { VendorFailure } from '../failure/vendor-failure.ts'
import { factsFromResponse } from './facts-from-response.ts'

/** One request to a vendor without an SDK. */
export interface PostJSONOptions {
  url: string
  headers: Readonly<Record<string, string>>
  body: object
  signal: AbortSignal
  fetch: typeof fetch
}

/** Sends a body as JSON; throws `VendorFailure` with what the vendor said unless it succeeds. */
export async function postJSON(options: PostJSONOptions): Promise<Response> {
  const { url, headers, body, signal, fetch } = options
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal,
  })
  if (response.ok) return response
  throw new VendorFailure(await factsFromResponse(response))
}
