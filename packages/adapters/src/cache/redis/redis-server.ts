import type { RedisLike } from './redis-cache-options.ts'
import { RedisConnection } from './redis-connection.ts'
import { withinTime } from './within-time.ts'

/** After a failure the server is left alone, at first for so many milliseconds, twice as long each time. */
const firstRestMs = 250
const longestRestMs = 30_000

/** A Redis whose every failure is no answer. */
export class RedisServer {
  readonly #timeoutMs: number
  readonly #given: RedisLike | undefined
  readonly #own: RedisConnection | undefined
  #closed = false
  #restMs = firstRestMs
  #restsUntil = Number.NEGATIVE_INFINITY
  #warned = false

  constructor(server: string | RedisLike, timeoutMs: number) {
    this.#timeoutMs = timeoutMs
    if (typeof server === 'string') this.#own = new RedisConnection(server, timeoutMs)
    else this.#given = server
  }

  /** The answer to a command, null when Redis has none; undefined when it cannot be asked. */
  async ask(words: string[]): Promise<unknown> {
    if (this.#closed || performance.now() < this.#restsUntil) return undefined
    try {
      const answer = await withinTime(this.#timeoutMs, this.#send(words))
      this.#restMs = firstRestMs
      return answer
    } catch (error) {
      this.#rest(error)
      return undefined
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    try {
      if (this.#own) await withinTime(this.#timeoutMs, this.#own.close())
    } catch {
      this.#own?.drop()
    }
  }

  async #send(words: string[]): Promise<unknown> {
    const client = this.#own ? await this.#own.client() : this.#given
    // A client that is not connected would keep the command until it is.
    return client?.isReady ? client.sendCommand(words) : undefined
  }

  #rest(error: unknown): void {
    // Many commands can fail by one cause, which is one reason to rest.
    if (this.#closed || performance.now() < this.#restsUntil) return
    // Commands that wait for an answer go with the connection.
    this.#own?.drop()
    this.#restsUntil = performance.now() + this.#restMs
    this.#restMs = Math.min(2 * this.#restMs, longestRestMs)
    if (this.#warned) return
    this.#warned = true
    const reason = error instanceof Error ? error.message : String(error)
    process.emitWarning(
      `The Redis cache cannot be used, so nothing is kept there for now: ${reason}`,
      {
        code: 'OCKHAM_REDIS_CACHE',
      },
    )
  }
}
