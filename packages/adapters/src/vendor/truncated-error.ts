import { LMStreamTruncatedError } from '@ockham/core'
import type { CallPlan } from './call-plan.ts'

/** Words a streamed reply whose end never came. */
export function truncatedError(plan: CallPlan, cause?: unknown): LMStreamTruncatedError {
  const { model, vendor } = plan
  return new LMStreamTruncatedError(
    `${model}: the stream ended before the reply was complete. Trying again may help.`,
    { model, provider: vendor.provider, cause },
  )
}
