import { loadSDK } from '../../vendor/load-sdk.ts'
import type { RedisLike } from './redis-cache-options.ts'

/** A client of our own. */
interface OwnClient extends RedisLike {
  /** Sends what is under way, then closes. */
  close(): Promise<void>
  /** Closes at once. */
  destroy(): void
}

/**
 * A connection that is made on first use and made again when it was lost, by whoever needs it next: no
 * timer waits for it and nothing queues up. It does not keep the process alive.
 */
export class RedisConnection {
  readonly #url: string
  readonly #timeoutMs: number
  #client: OwnClient | undefined
  #connecting: Promise<OwnClient> | undefined
  #closed = false

  constructor(url: string, timeoutMs: number) {
    this.#url = url
    this.#timeoutMs = timeoutMs
  }

  /** The client, when it is connected or can be within the time limit. Throws why it cannot. */
  async client(): Promise<RedisLike | undefined> {
    if (this.#closed) return undefined
    if (this.#client?.isReady) return this.#client
    this.drop()
    this.#connecting ??= this.#connect()
    return this.#connecting
  }

  /** Cuts the connection, and with it every command that waits for an answer. */
  drop(): void {
    const client = this.#client
    this.#client = undefined
    destroy(client)
  }

  async close(): Promise<void> {
    this.#closed = true
    const client = this.#client
    this.#client = undefined
    if (client?.isReady) await client.close()
    else destroy(client)
  }

  async #connect(): Promise<OwnClient> {
    try {
      const client = await this.#open()
      if (this.#closed) destroy(client)
      else this.#client = client
      return client
    } finally {
      this.#connecting = undefined
    }
  }

  async #open(): Promise<OwnClient> {
    const { createClient } = await loadSDK('redis', () => import('redis'))
    const client = createClient({
      url: this.#url,
      // What redis 5 and 6 both speak, and every server.
      RESP: 2,
      disableOfflineQueue: true,
      socket: { connectTimeout: this.#timeoutMs, reconnectStrategy: false },
    })
    // Without a listener an error would end the process; the commands tell of it anyway.
    client.on('error', () => undefined)
    client.unref()
    try {
      await client.connect()
    } catch (error) {
      destroy(client)
      throw error
    }
    return client
  }
}

function destroy(client: { destroy(): void } | undefined): void {
  try {
    client?.destroy()
  } catch {
    // It was closed before.
  }
}
