import type { Governor, LM, LMCapabilities, Sensitivity } from '@ockham/core'
import type { PriceOption } from '../../catalog/price/price-option.ts'
import type { Deployment } from '../health/deployment.ts'

/** One LM that a router can ask, with all that is known of it. */
export interface Route {
  /** What is called: the LM, with its price and the router's budget around it. */
  readonly lm: LM
  /** The LM as it was given. */
  readonly origin: LM
  readonly model: string
  /** What options may call it: its model, and the string it was given as. */
  readonly names: readonly string[]
  /** The first segment of the model string. */
  readonly provider: string
  readonly local: boolean
  readonly quality: number | undefined
  /** Undefined when its LM decides. */
  readonly clearance: Sensitivity | undefined
  readonly price: PriceOption | undefined
  /** What LM and options say it can do. */
  readonly told: LMCapabilities
  /** What LM, options and catalog say it can do; an absent fact is not known. */
  readonly capabilities: LMCapabilities
  /** The limits of this router, if there are any. */
  readonly governor: Governor | undefined
  /** Milliseconds that a call may wait for those limits. */
  readonly maxWaitMs: number
  readonly deployment: Deployment
}
