import type { BreakerOptions } from './breaker/breaker-options.ts'
import type { Route } from './route/route.ts'
import type { RouterOptions, RouterTimeouts } from './router-options.ts'
import type { Strategy } from './strategy/strategy.ts'

type Kept =
  | 'tasks'
  | 'rules'
  | 'attempts'
  | 'deadlineMs'
  | 'maxCostUSD'
  | 'hedgeAfterMs'
  | 'patienceMs'
  | 'retryBudget'
  | 'onContentFilter'
  | 'random'

/** `RouterOptions` with every default filled in; `Infinity` means no limit. */
export interface RouterSettings extends Required<Pick<RouterOptions, Kept>> {
  readonly routes: readonly Route[]
  readonly strategy: Strategy
  readonly strategyName: string
  readonly timeouts: RouterTimeouts
  readonly breaker: Required<BreakerOptions>
}
