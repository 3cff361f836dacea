import { AbortError, LMStreamTruncatedError, LMTimeoutError } from '@ockham/core'

/** Whether a provider may have worked, and so want money, for a call that failed with this. */
export function providerMayBill(error: unknown): boolean {
  return AbortError.is(error) || LMStreamTruncatedError.is(error) || LMTimeoutError.is(error)
}
