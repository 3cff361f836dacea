import type { LM, LMRequest } from '@ockham/core'

// Where an LM gives no bound, a call is expected to cost at most this many times the dearest one so far.
const margin = 2

/** What a call can cost: by what the LM says, or else by what the calls of its model have cost. */
export class CostBounds {
  private readonly dearest = new Map<string, number>()
  /** The largest bound given so far, in US dollars. */
  largest = 0

  /** US dollars; undefined before the first priced call of an LM that gives no bound. */
  of(lm: LM, request: LMRequest): number | undefined {
    const bound = lm.maxCostUSD?.(request) ?? this.learned(lm.model)
    if (bound !== undefined) this.largest = Math.max(this.largest, bound)
    return bound
  }

  /** Takes notice of what a call has cost. */
  learn(model: string, costUSD: number): void {
    this.dearest.set(model, Math.max(this.dearest.get(model) ?? 0, costUSD))
  }

  private learned(model: string): number | undefined {
    const dearest = this.dearest.get(model)
    return dearest === undefined ? undefined : margin * dearest
  }
}
