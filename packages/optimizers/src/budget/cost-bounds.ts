import type { LM, LMRequest } from '@ockham/core'

// Where an LM gives no bound, a call is expected to cost at most this many times the dearest one so far.
const margin = 2

/** What a call can cost: by what the LM says, or else by what the calls of its model have cost. */
export class CostBounds {
  private readonly dearest = new Map<string, number>()
  private given = 0

  /** The largest bound so far, in US dollars; it does not depend on which of several calls ended first. */
  get largest(): number {
    return Math.max(this.given, margin * Math.max(0, ...this.dearest.values()))
  }

  /** US dollars; undefined before the first priced call of an LM that gives no bound. */
  of(lm: LM, request: LMRequest): number | undefined {
    const told = lm.maxCostUSD?.(request) ?? undefined
    if (told !== undefined) this.saw(told)
    return told ?? this.learned(lm.model)
  }

  /** Takes notice of what an LM says that a call can cost. */
  saw(bound: number): void {
    this.given = Math.max(this.given, bound)
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
