import { AbortError } from '@ockham/core'
import type { WireObject } from '../internal/wire-object.ts'
import { Connection } from './connection/connection.ts'
import { SessionExpired } from './connection/session-expired.ts'
import type { ResolvedMCPClientOptions } from './mcp-client-options.ts'
import { failure } from './server/failure.ts'
import type { MCPServerLabel } from './server/mcp-server.ts'
import { unlessAborted } from './unless-aborted.ts'

/** A server as long as the client lives: a connection that was lost is made anew by the next request. */
export class Session {
  readonly #options: ResolvedMCPClientOptions
  readonly #life = new AbortController()
  readonly #abort = (): void => {
    void this.end(new AbortError(this.#options.signal?.reason))
  }
  #connection: Connection | undefined
  #opening: Promise<Connection> | undefined
  #ended: Error | undefined

  constructor(options: ResolvedMCPClientOptions) {
    this.#options = options
    options.signal?.addEventListener('abort', this.#abort, { once: true })
    if (options.signal?.aborted) this.#abort()
  }

  /** What errors may say of the server. */
  get about(): MCPServerLabel {
    return this.#options
  }

  /** The connection, made when there is none; many who ask at once get the same. */
  async open(signal?: AbortSignal): Promise<Connection> {
    if (this.#ended) throw this.#ended
    if (this.#connection?.isOpen) return this.#connection
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = undefined
    })
    return unlessAborted(this.#opening, signal)
  }

  /** The answer to a request; a session that the server forgot is renewed once. Throws `MCPError`, `AbortError`. */
  async request(method: string, params: object, signal?: AbortSignal): Promise<WireObject> {
    const connection = await this.open(signal)
    try {
      return await connection.request(method, params, signal)
    } catch (error) {
      if (!(error instanceof SessionExpired)) throw error
      connection.retire()
    }
    try {
      return await (await this.open(signal)).request(method, params, signal)
    } catch (error) {
      throw error instanceof SessionExpired ? error.failure : error
    }
  }

  /** Rejects what is under way, and every request from now on, with the error; lets go of the server. */
  async end(error: Error = this.#closed()): Promise<void> {
    this.#ended ??= error
    this.#options.signal?.removeEventListener('abort', this.#abort)
    this.#life.abort()
    await Promise.allSettled([this.#opening, this.#connection?.close(this.#ended)])
  }

  async #connect(): Promise<Connection> {
    try {
      const connection = await Connection.open(this.#options, this.#life.signal)
      this.#connection = connection
      if (this.#ended) await connection.close(this.#ended)
      else return connection
    } catch (error) {
      throw this.#ended ?? error
    }
    throw this.#ended
  }

  #closed(): Error {
    return failure(this.#options, 'is not used any more: this client was closed.', {
      reason: 'closed',
    })
  }
}
