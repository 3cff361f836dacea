import type { LMRequest } from '@ockham/core'
import type { Complexity } from './complexity-of.ts'

/** Which requests a rule is for; all that is given must hold. */
export interface RuleCondition {
  /** Tokens of the request, estimated; both ends count. */
  minInputTokens?: number
  maxInputTokens?: number
  complexity?: Complexity
  /** The request's `config.task`. */
  task?: string
  /** All of these are among the request's `config.tags`. */
  tags?: readonly string[]
  custom?: (request: LMRequest) => boolean
}

/** Says which models certain requests go to. */
export interface RoutingRule {
  /** Names it in plans. */
  name?: string
  when: RuleCondition
  /** Models to take before all others, in this order. */
  prefer?: readonly string[]
  /** The only models that may be taken. */
  only?: readonly string[]
}
