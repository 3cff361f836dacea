import type { BreakerOptions } from './breaker-options.ts'
import type { BreakerPass } from './breaker-pass.ts'
import { OutcomeWindow } from './outcome-window.ts'

/** `closed`: calls go through. `open`: none does. `half-open`: one at a time, to see. */
export type CircuitState = 'closed' | 'open' | 'half-open'

/** How long those wait who find the one probe under way. */
const probeWaitMs = 50
/** A probe that has not ended by then may never do: a stream that nobody reads on, an LM that hangs. */
const longestProbeMs = 10_000

/** Lets no calls through to what keeps failing, but for one probe after each pause. */
export class Breaker {
  readonly #now: () => number
  readonly #outcomes = new OutcomeWindow()
  #isClosed = true
  #openUntil = Number.NEGATIVE_INFINITY
  /** How long it was open last; 0 when it was not. */
  #openMs = 0
  #probe: BreakerPass | undefined
  #probedAt = Number.NEGATIVE_INFINITY
  #isShut = false

  /** `now` tells milliseconds that only grow. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  get state(): CircuitState {
    if (this.#isClosed) return 'closed'
    return this.#now() < this.#openUntil ? 'open' : 'half-open'
  }

  /** Open because of what was said of it, and not of calls that failed: it is not worth waiting for. */
  get isShut(): boolean {
    return this.#isShut && this.state === 'open'
  }

  /** Milliseconds until it is worth asking for a pass again; 0 for now. */
  get waitMs(): number {
    if (this.#isClosed) return 0
    const ms = this.#openUntil - this.#now()
    if (ms > 0) return ms
    return this.#isProbing ? probeWaitMs : 0
  }

  /** A pass for one call, or undefined while none may be made. */
  enter(options: Required<BreakerOptions>): BreakerPass | undefined {
    if (this.#isClosed) return this.#pass(options)
    return this.state === 'half-open' ? this.probe(options) : undefined
  }

  /** A pass for a call that is made to find out, even while open; undefined while another is under way. */
  probe(options: Required<BreakerOptions>): BreakerPass | undefined {
    if (this.#isProbing) return undefined
    const pass = this.#pass(options)
    if (this.#isClosed) return pass
    this.#probe = pass
    this.#probedAt = this.#now()
    return pass
  }

  get #isProbing(): boolean {
    return this.#probe !== undefined && this.#now() < this.#probedAt + longestProbeMs
  }

  /** Opens for so long, or for longer if it was to stay open longer, whatever its calls were like. */
  shut(openMs: number): void {
    this.#open(openMs)
    this.#isShut = true
  }

  #open(openMs: number): void {
    this.#isClosed = false
    this.#openMs = openMs
    this.#openUntil = Math.max(this.#openUntil, this.#now() + openMs)
  }

  #pass(options: Required<BreakerOptions>): BreakerPass {
    let held = true
    const settle = (outcome: (wasProbe: boolean) => void) => () => {
      if (!held) return
      held = false
      const wasProbe = this.#probe === pass
      if (wasProbe) this.#probe = undefined
      outcome(wasProbe)
    }
    const pass: BreakerPass = {
      succeeded: settle((wasProbe) => this.#succeeded(wasProbe)),
      failed: settle((wasProbe) => this.#failed(wasProbe, options)),
      left: settle(() => {}),
    }
    return pass
  }

  #succeeded(wasProbe: boolean): void {
    this.#outcomes.add(true, this.#now())
    // A call from before the circuit opened tells of then; one that ends after the pause tells of now.
    if (!wasProbe && this.state === 'open') return
    this.#isClosed = true
    this.#isShut = false
    if (this.#openMs > 0) this.#outcomes.clear()
    this.#openMs = 0
    this.#openUntil = Number.NEGATIVE_INFINITY
  }

  #failed(wasProbe: boolean, options: Required<BreakerOptions>): void {
    const now = this.#now()
    this.#outcomes.add(false, now)
    if (wasProbe)
      this.#open(Math.max(options.openMs, Math.min(this.#openMs * 2, options.maxOpenMs)))
    // One that failed later than those that opened the circuit adds nothing.
    else if (this.#isClosed && this.#outcomes.isBad(options, now)) this.#open(options.openMs)
  }
}
