import { OptionError } from '@ockham/core'

/** What LM calls may cost in all; a limit that is absent does not hold. */
export interface CompileBudget {
  /** US dollars. */
  readonly usd?: number
  /** LM calls; replies that a cache held are none. */
  readonly calls?: number
}

/** The limits of a budget, infinite where it has none; throws `OptionError` for one that is not above 0. */
export function resolveBudget(budget: CompileBudget = {}): Required<CompileBudget> {
  const { usd = Number.POSITIVE_INFINITY, calls = Number.POSITIVE_INFINITY } = budget
  const limits = { usd, calls }
  for (const [name, limit] of Object.entries(limits)) {
    if (limit > 0) continue
    throw new OptionError(
      `budget.${name}`,
      `must be above 0, not ${limit}; leave it out for no limit.`,
    )
  }
  return limits
}
