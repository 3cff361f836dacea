import { LMUnexpectedError } from '@ockham/core'
import type { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { CallPlan } from './call-plan.ts'
import { checkReadable } from './check-readable.ts'
import { truncatedError } from './truncated-error.ts'
import { warnMalformed } from './warn-malformed.ts'

/** Throws unless the vendor's evidence that the reply is whole was seen. */
export function checkWhole(plan: CallPlan, reply: ReplyAssembler): void {
  const { vendor, model } = plan
  const isWhole = vendor.wholeWhen === 'finished' ? reply.finished : reply.ended
  if (!isWhole) throw truncatedError(plan)
  checkReadable(reply)
  if (reply.malformed.length > 0) warnMalformed(model)
  if (reply.outputs().length > 0) return
  throw new LMUnexpectedError(`${model}: the reply holds no completion.`, {
    model,
    provider: vendor.provider,
  })
}
