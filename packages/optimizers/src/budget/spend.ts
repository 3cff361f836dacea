import type { UsageSummary } from '@ockham/core'

/** What some work used. */
export interface Spend {
  /** LM calls that no cache answered. */
  readonly calls: number
  /** US dollars, of the calls whose price is known. */
  readonly usd: number
}

/** What the dearest of several pieces of work used; the next one is no surprise if it uses as much. */
export function dearest(sofar: Spend | undefined, usage: UsageSummary): Spend {
  return {
    calls: Math.max(sofar?.calls ?? 0, usage.calls - usage.cachedCalls),
    usd: Math.max(sofar?.usd ?? 0, usage.costUSD),
  }
}
