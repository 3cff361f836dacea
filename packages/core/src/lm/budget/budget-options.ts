import { OptionError } from '../../errors/option-error.ts'
import type { BudgetPeriod } from './budget-period.ts'

/** How much may be spent. */
export interface BudgetLimits {
  /** US dollars. Default: no limit. */
  usd?: number
  /** Tokens of requests and replies together. Default: no limit. */
  tokens?: number
  /** Calls of the LM that did not fail for free. Default: no limit. */
  calls?: number
}

/** How much may be spent, by whom and how soon again. */
export interface BudgetOptions extends BudgetLimits {
  /** What errors call it. Default `budget`. */
  name?: string
  /**
   * How long until all of it is there again. Minutes, hours, days and months are those of UTC; a number is
   * milliseconds from the making of the budget. Default `run`: never.
   */
  per?: BudgetPeriod
  /** Limits for requests with a tag, beside those for all; a request counts for each of its tags. */
  tags?: Readonly<Record<string, BudgetLimits>>
  /** US dollars to reserve for a call whose bound is not known. Default: the most one of that model cost so far. */
  unknownCostUSD?: number
  /** Whether a call whose bound is not known may be made when `unknownCostUSD` is not set. Default `allow`. */
  onUnknownCost?: 'allow' | 'refuse'
  /** Milliseconds since 1970, never going back. Default: that of the process's start plus its monotonic clock. */
  now?: () => number
}

/** All options of a budget. */
export interface ResolvedBudgetOptions {
  name: string
  per: BudgetPeriod
  limits: Required<BudgetLimits>
  tags: ReadonlyMap<string, Required<BudgetLimits>>
  unknownCostUSD: number | undefined
  onUnknownCost: 'allow' | 'refuse'
  now: () => number
}

const unlimited: number = Number.POSITIVE_INFINITY

const defaults = {
  name: 'budget',
  per: 'run',
  onUnknownCost: 'allow',
  now: (): number => performance.timeOrigin + performance.now(),
} as const

const periods: readonly BudgetPeriod[] = ['run', 'minute', 'hour', 'day', 'month']

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveBudgetOptions(options: BudgetOptions): ResolvedBudgetOptions {
  const { per = defaults.per, unknownCostUSD } = options
  const isPeriod = typeof per === 'number' ? per > 0 : periods.includes(per)
  if (!isPeriod) {
    throw new OptionError('per', `must be one of ${periods.join(', ')}, or milliseconds above 0.`)
  }
  if (unknownCostUSD !== undefined && !(unknownCostUSD >= 0)) {
    throw new OptionError('unknownCostUSD', 'must be US dollars from 0.')
  }
  const tags = Object.entries(options.tags ?? {})
  return {
    name: options.name ?? defaults.name,
    per,
    limits: resolveLimits(options),
    tags: new Map(tags.map(([tag, limits]) => [tag, resolveLimits(limits, `tags.${tag}.`)])),
    unknownCostUSD,
    onUnknownCost: options.onUnknownCost ?? defaults.onUnknownCost,
    now: options.now ?? defaults.now,
  }
}

function resolveLimits(limits: BudgetLimits, path = ''): Required<BudgetLimits> {
  const resolved = {
    usd: limits.usd ?? unlimited,
    tokens: limits.tokens ?? unlimited,
    calls: limits.calls ?? unlimited,
  }
  for (const name of ['usd', 'tokens', 'calls'] as const) {
    if (!(resolved[name] >= 0)) throw new OptionError(path + name, 'must be a number from 0.')
  }
  return resolved
}
