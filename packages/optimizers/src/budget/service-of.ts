import type { LMResponse } from '@ockham/core'
import type { CallRecord } from './call-record.ts'

/**
 * Who answered, where that says more than the name of the LM; whether the provider knew a part of the prompt; and what a
 * cache has saved.
 */
export function serviceOf(
  model: string,
  { model: served, usage, savedUSD }: LMResponse,
): Pick<CallRecord, 'served' | 'warm' | 'savedUSD'> {
  return {
    ...(typeof savedUSD === 'number' ? { savedUSD } : {}),
    ...(served === model ? {} : { served }),
    ...((usage.cachedInputTokens ?? 0) > 0 ? { warm: true as const } : {}),
  }
}
