import { LMUnexpectedError } from '@ockham/core'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'
import { checkReadable } from './check-readable.ts'
import { truncatedError } from './truncated-error.ts'
import type { Vendor } from './vendor.ts'
import { warnMalformed } from './warn-malformed.ts'

/** Throws unless the vendor's evidence that the reply is whole was seen. */
export function checkWhole(plan: CallPlan, reply: ReplyAssembler): void {
  const { vendor, model } = plan
  if (!evidence[vendor.wholeWhen](reply)) throw truncatedError(plan)
  checkReadable(reply)
  if (reply.malformed.length > 0) warnMalformed(model)
  if (reply.outputs().length > 0) return
  throw new LMUnexpectedError(`${model}: the reply holds no completion.`, {
    model,
    provider: vendor.provider,
  })
}

const evidence: Readonly<Record<Vendor['wholeWhen'], (reply: ReplyAssembler) => boolean>> = {
  ended: (reply) => reply.ended,
  finished: (reply) => reply.finished,
  closed: (reply) => reply.finished || reply.balanced,
}
