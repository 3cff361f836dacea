import { OptionError } from '@ockham/core'

/** What a run may use in all; a limit that is absent does not hold. */
export interface CompileBudget {
  /** US dollars. */
  readonly usd?: number
  /** LM calls; replies that a cache held are none. */
  readonly calls?: number
  /** Seconds that a run may take, with those before it was resumed; looked at before each batch of work. */
  readonly seconds?: number
}

/** The limits of a budget, infinite where it has none; throws `OptionError` for one that is not above 0. */
export function resolveBudget(budget: CompileBudget = {}): Required<CompileBudget> {
  const unlimited = Number.POSITIVE_INFINITY
  const { usd = unlimited, calls = unlimited, seconds = unlimited } = budget
  const limits = { usd, calls, seconds }
  for (const [name, limit] of Object.entries(limits)) {
    if (limit > 0) continue
    throw new OptionError(
      `budget.${name}`,
      `must be above 0, not ${limit}; leave it out for no limit.`,
    )
  }
  return limits
}
