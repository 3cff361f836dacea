import type {
  Budget,
  BudgetOptions,
  CacheOptions,
  LimitOptions,
  LM,
  RetryBudget,
} from '@ockham/core'
import type { BreakerOptions } from './breaker/breaker-options.ts'
import type { RouteOptions } from './route/route-options.ts'
import type { RoutingRule } from './rules/routing-rule.ts'
import type { Strategy, StrategyName } from './strategy/strategy.ts'

/** How long a router waits for one route, in milliseconds. */
export interface RouterTimeouts {
  /**
   * Until the first content of a stream. Default: 10 000 while another route is left (120 000 for a local
   * LM, none for a model that thinks first), else the LM's own.
   */
  firstTokenMs?: number
  /** Between two pieces of content. Default: 30 000, for a local LM 120 000. */
  idleMs?: number
  /** All the waiting for one stream. Default: the LM's own. */
  totalMs?: number
  /** For a reply in one piece. Default: 120 000 while another route is left, else the LM's own. */
  attemptMs?: number
}

/** What a router chooses from, how it chooses, and what one request may spend. */
export interface RouterOptions {
  /** LMs, model strings for `lm`, or either with what is known of it. */
  models: readonly (LM | string | RouteOptions)[]
  /** Default `balanced`; `ordered` takes the models as listed. */
  strategy?: StrategyName | Strategy
  /** For a request's `config.task`, the models to take before all others, in order. */
  tasks?: Readonly<Record<string, readonly string[]>>
  rules?: readonly RoutingRule[]
  /** How good each model's replies are, in [0, 1], by model; `qualityFrom` makes it from evaluations. */
  quality?: Readonly<Record<string, number>>
  /** Calls to vendors for one request, in all. Default 4. */
  attempts?: number
  /** Milliseconds for one request; a call still waiting then is ended. Default: no limit. */
  deadlineMs?: number
  /** US dollars for one request; a route that could cost more is not asked. Default: no limit. */
  maxCostUSD?: number
  timeouts?: RouterTimeouts
  /** Asks the next route too when no content came for so many milliseconds; the first content wins. Default: never. */
  hedgeAfterMs?: number
  /** Waits so long for a route that named a time to come back, although another is free. Default 0. */
  patienceMs?: number
  breaker?: BreakerOptions
  /** Calls that ask a route again, for all requests; share one among routers. Default: 500, and one for ten requests. */
  retryBudget?: RetryBudget
  /** How fast each route may be asked by this router. */
  limits?: LimitOptions
  /** What all requests together may spend, with whomever else shares it; a route that could exceed it is not asked. */
  budget?: Budget | BudgetOptions
  /** Keeps replies, and lets identical requests share one call. Default: no cache. */
  cache?: CacheOptions
  /** `throw`: a `ContentFilterError` is the answer. `next`: the next route is asked. Default `throw`. */
  onContentFilter?: 'throw' | 'next'
  /** Numbers in [0, 1) that spread the waits. Default `Math.random`. */
  random?: () => number
}
