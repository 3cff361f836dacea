import type { TimeoutPhase } from '@ockham/core'
import type { Timeouts } from './timeouts.ts'

const longestTimerMs = 2 ** 31 - 1

/**
 * Measures only the time spent waiting for the vendor, so a slow consumer never trips a limit.
 * One timer is re-armed when it fires early; none is made per chunk.
 */
export class SilenceClock {
  readonly #limits: Timeouts
  readonly #expire: (phase: TimeoutPhase, limitMs: number) => void
  #waitedMs = 0
  #heardAtMs = 0
  #phase: 'first-token' | 'idle' = 'first-token'
  #phaseMs: number
  #waitingSince: number | undefined
  #timer: NodeJS.Timeout | undefined
  #firesAt = Number.POSITIVE_INFINITY

  constructor(limits: Timeouts, expire: (phase: TimeoutPhase, limitMs: number) => void) {
    this.#limits = limits
    this.#expire = expire
    this.#phaseMs = limits.firstTokenMs
  }

  /** Waiting begins. */
  start(): void {
    this.#waitingSince = performance.now()
    this.#arm(this.#waitingSince)
  }

  /** Waiting ends. */
  stop(): void {
    if (this.#waitingSince === undefined) return
    this.#waitedMs += performance.now() - this.#waitingSince
    this.#waitingSince = undefined
  }

  /** Content came: from now on the idle limit counts, or `limitMs` when given. */
  heard(limitMs: number = this.#limits.idleMs): void {
    this.#phase = 'idle'
    this.#phaseMs = limitMs
    this.#heardAtMs = this.#waitedMs
  }

  /** No limit fires after this. */
  close(): void {
    this.#waitingSince = undefined
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #leftMs(now: number): { phase: TimeoutPhase; limitMs: number; ms: number } {
    const waited = this.#waitedMs + (now - (this.#waitingSince ?? now))
    const silence = this.#phaseMs - (waited - this.#heardAtMs)
    const total = this.#limits.totalMs - waited
    return total < silence
      ? { phase: 'total', limitMs: this.#limits.totalMs, ms: total }
      : { phase: this.#phase, limitMs: this.#phaseMs, ms: silence }
  }

  #arm(now: number): void {
    const { ms } = this.#leftMs(now)
    if (ms === Number.POSITIVE_INFINITY) return
    const firesAt = now + ms
    // A timer that fires too early looks again; only one that fires too late must be replaced.
    if (this.#timer !== undefined && this.#firesAt <= firesAt) return
    clearTimeout(this.#timer)
    this.#firesAt = firesAt
    const delay = Math.min(Math.max(Math.ceil(ms), 0), longestTimerMs)
    this.#timer = setTimeout(() => this.#look(), delay).unref()
  }

  #look(): void {
    this.#timer = undefined
    this.#firesAt = Number.POSITIVE_INFINITY
    if (this.#waitingSince === undefined) return
    const now = performance.now()
    const { phase, limitMs, ms } = this.#leftMs(now)
    if (ms > 0) this.#arm(now)
    else this.#expire(phase, limitMs)
  }
}
