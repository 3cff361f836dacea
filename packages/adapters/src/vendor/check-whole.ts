import { LMUnexpectedError } from '@ockham/core'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'
import { truncatedError } from './truncated-error.ts'

/** Throws unless the vendor's evidence that the reply is whole was seen. */
export function checkWhole(plan: CallPlan, reply: ReplyAssembler): void {
  const { vendor, model } = plan
  const isWhole = reply.ended || (vendor.wholeWhen === 'finished' && reply.finished)
  if (!isWhole) throw truncatedError(plan)
  if (reply.outputs().length > 0) return
  throw new LMUnexpectedError(`${model}: the reply holds no completion.`, {
    model,
    provider: vendor.provider,
  })
}
