import type { LMResponse } from '@ockham/core'
import type { CallRecord } from './call-record.ts'

/** Who answered, where that says more than the name of the LM, and whether the provider knew a part of the prompt. */
export function serviceOf(
  model: string,
  { model: served, usage }: LMResponse,
): Pick<CallRecord, 'served' | 'warm'> {
  return {
    ...(served === model ? {} : { served }),
    ...((usage.cachedInputTokens ?? 0) > 0 ? { warm: true as const } : {}),
  }
}
