import { AsyncLocalStorage } from 'node:async_hooks'
import { AbortError } from '@ockham/core'
import { SilenceClock } from '../../timing/silence-clock.ts'
import type { ResolvedMCPClientOptions } from '../mcp-client-options.ts'
import { failure } from '../server/failure.ts'

/** Time for an answer that has arrived to make its way through the SDK's streams. */
const lastPieceMs = 100
/** Time for a server to end the stream of an answer it has given. */
const lingerMs = 1000

const storage = new AsyncLocalStorage<Call>()

/**
 * One request under way: it fails when the caller's signal fires, when it takes too long, or when the
 * connection says so. What the SDK does for it, down to `fetch`, can ask which call it works for.
 */
export class Call {
  /** Set once an event of its stream had an id: the SDK then goes on where the stream broke off. */
  canResume = false
  readonly #method: string
  readonly #options: ResolvedMCPClientOptions
  readonly #signal: AbortSignal | undefined
  readonly #cancel = new AbortController()
  readonly #release = new AbortController()
  readonly #clock: SilenceClock
  #reject: (error: Error) => void = () => undefined
  #isOver = false
  #isAnswered = false
  #hasStream = false
  #timer: NodeJS.Timeout | undefined

  /** `hint` says what may be why there is no answer. */
  constructor(
    method: string,
    options: ResolvedMCPClientOptions,
    hint: () => string,
    signal?: AbortSignal,
  ) {
    this.#method = method
    this.#options = options
    this.#signal = signal
    const isFirst = method === 'initialize'
    const usual = isFirst ? 'connectTimeoutMs' : 'timeoutMs'
    const silenceMs = options[usual]
    const limits = { firstTokenMs: silenceMs, idleMs: silenceMs, totalMs: options.totalTimeoutMs }
    this.#clock = new SilenceClock(limits, (phase, limitMs) => {
      const option = phase === 'total' ? 'totalTimeoutMs' : usual
      const what = `has not answered \`${method}\` within ${limitMs} ms. It may hang, or need a higher \`${option}\`.${hint()}`
      this.fail(failure(options, what, { reason: 'timeout' }))
    })
  }

  /** The call that the SDK is working for just now. */
  static current(): Call | undefined {
    return storage.getStore()
  }

  /** Fires when the server is to be told that nobody waits any more. */
  get cancelled(): AbortSignal {
    return this.#cancel.signal
  }

  /** Fires when its HTTP request, if it has one, is to be let go of. */
  get released(): AbortSignal {
    return this.#release.signal
  }

  /** Throws what `work` throws, `AbortError`, or what the call failed with. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#signal?.aborted) throw new AbortError(this.#signal.reason)
    const failed = new Promise<never>((_, reject) => {
      this.#reject = reject
    })
    const abort = (): void => this.fail(new AbortError(this.#signal?.reason))
    this.#signal?.addEventListener('abort', abort, { once: true })
    this.#clock.start()
    try {
      return await Promise.race([storage.run(this, work), failed])
    } finally {
      this.#signal?.removeEventListener('abort', abort)
      this.#clock.close()
      this.#end()
    }
  }

  /** The server is at work. */
  progress(): void {
    if (this.#isOver) return
    this.#clock.stop()
    this.#clock.heard()
    this.#clock.start()
  }

  /** Rejects at once, and has the server told. */
  fail(error: Error): void {
    if (this.#isOver) return
    this.#reject(error)
    this.#cancel.abort('The client does not wait for it any more.')
  }

  /** The answer is there; what else belongs to the call may still be under way. */
  answered(): void {
    this.#isAnswered = true
  }

  streamBegins(): void {
    this.#hasStream = true
  }

  /** No more will come of the answer's stream: a whole answer is there by now, or never. */
  streamEnds(): void {
    this.#hasStream = false
    clearTimeout(this.#timer)
    if (this.#isOver || this.#isAnswered || this.canResume) return
    this.#timer = setTimeout(() => this.lost(), lastPieceMs)
  }

  /** The connection broke off before there was an answer. */
  lost(): void {
    if (this.#isAnswered) return
    const what = `broke off before it had answered \`${this.#method}\`. What it did until then is not known.`
    this.fail(failure(this.#options, what, { reason: 'connection' }))
  }

  #end(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
    const release = (): void => this.#release.abort()
    // A stream that may end by itself leaves its socket for the next call.
    if (!this.#hasStream || this.#cancel.signal.aborted) release()
    else this.#timer = setTimeout(release, lingerMs).unref()
  }
}
