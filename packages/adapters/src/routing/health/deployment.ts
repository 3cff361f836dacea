import { Governor, type LM } from '@ockham/core'
import { Breaker } from '../breaker/breaker.ts'
import { Vitals } from './vitals.ts'

/** What is known about one LM, however many routers ask it. */
export interface Deployment {
  readonly breaker: Breaker
  /** Keeps everybody away until the time that the provider named, and slows down after an overload. */
  readonly governor: Governor
  readonly vitals: Vitals
  /** Refusals for the rate in a row. */
  rateLimited: number
}

const deployments = new WeakMap<LM, Deployment>()

/** The one record of an LM; it goes when the LM goes. */
export function deploymentOf(lm: LM): Deployment {
  const known = deployments.get(lm)
  if (known) return known
  const made: Deployment = {
    breaker: new Breaker(),
    governor: new Governor(),
    vitals: new Vitals(),
    rateLimited: 0,
  }
  deployments.set(lm, made)
  return made
}
