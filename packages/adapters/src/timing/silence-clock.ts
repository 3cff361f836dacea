import type { TimeoutPhase } from '@ockham/core'
import type { Timeouts } from './timeouts.ts'

const longestTimerMs = 2 ** 31 - 1
// A timer that is later than this, and than this part of its limit, was held up by this very process.
const usualDelayMs = 20
const usualDelayPart = 0.1

/**
 * Measures only the time spent waiting for the vendor, so a slow consumer never trips a limit.
 * One timer is re-armed when it fires early; none is made per chunk. When this process was too busy to
 * listen, the wait begins anew, once: the vendor may have answered long ago.
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
  #isExcused = false

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
    this.#firesAt = Math.max(firesAt, now)
    const delay = Math.min(Math.max(Math.ceil(ms), 0), longestTimerMs)
    this.#timer = setTimeout(() => this.#look(), delay).unref()
  }

  #look(): void {
    const now = performance.now()
    const lateMs = now - this.#firesAt
    this.#timer = undefined
    this.#firesAt = Number.POSITIVE_INFINITY
    if (this.#waitingSince === undefined) return
    const { phase, limitMs, ms } = this.#leftMs(now)
    const isOver = ms <= 0
    const isOnTime = lateMs <= Math.max(usualDelayMs, limitMs * usualDelayPart)
    if (isOver && (this.#isExcused || isOnTime)) {
      this.#expire(phase, limitMs)
      return
    }
    if (isOver) {
      this.#isExcused = true
      this.#waitedMs -= limitMs - ms
    }
    this.#arm(now)
  }
}
