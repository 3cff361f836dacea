import { LMTransportError, type OckhamError } from '@ockham/core'
import { toLMError } from '../failure/to-lm-error.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { CallPlan } from './call-plan.ts'
import { failureContextFor } from './failure-context-for.ts'
import { truncatedError } from './truncated-error.ts'
import type { Connection } from './vendor.ts'

/** The error of core for whatever ended a call. */
export function callError(
  plan: CallPlan,
  connection: Connection,
  error: unknown,
  answered: boolean,
): OckhamError {
  const facts = error instanceof VendorFailure ? error.facts : plan.vendor.explain(error)
  const known = toLMError(error, facts, failureContextFor(plan, connection))
  // A connection that breaks after the headers leaves half a reply behind.
  const isCut = answered && plan.streamed && LMTransportError.is(known)
  return isCut ? truncatedError(plan, known.cause) : known
}
