import { LMError, LMTransportError, type OckhamError } from '@ockham/core'
import { toLMError } from '../failure/to-lm-error.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'
import { failureContextFor } from './failure-context-for.ts'
import { spentUSD } from './spent-usd.ts'
import { truncatedError } from './truncated-error.ts'
import type { Connection } from './vendor.ts'

/** The error of core for whatever ended a call, with what the call is known to have cost. */
export function callError(
  plan: CallPlan,
  connection: Connection,
  error: unknown,
  answered: boolean,
  reply: ReplyAssembler,
): OckhamError {
  const facts = error instanceof VendorFailure ? error.facts : plan.vendor.explain(error)
  const known = toLMError(error, facts, failureContextFor(plan, connection))
  // A connection that breaks after the headers leaves half a reply behind.
  const isCut = answered && plan.streamed && LMTransportError.is(known)
  return billed(isCut ? truncatedError(plan, known.cause) : known, spentUSD(plan, reply))
}

function billed(error: OckhamError, costUSD: number | undefined): OckhamError {
  if (costUSD !== undefined && LMError.is(error) && error.costUSD === undefined) {
    Object.defineProperty(error, 'costUSD', { value: costUSD, enumerable: true })
  }
  return error
}
