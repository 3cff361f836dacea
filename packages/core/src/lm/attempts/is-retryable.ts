import { AllRoutesFailedError } from '../../errors/all-routes-failed-error.ts'
import { LMInvalidRequestError } from '../../errors/lm-invalid-request-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { LMTimeoutError } from '../../errors/lm-timeout-error.ts'
import { LMTransportError } from '../../errors/lm-transport-error.ts'
import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import { OckhamError } from '../../errors/ockham-error.ts'
import { networkFailure } from './network-failure.ts'

/** Whether the same request to the same LM can succeed when it is made again. */
export function isRetryable(error: unknown): boolean {
  if (!OckhamError.is(error)) return networkFailure(error) === 'transient'
  if (AllRoutesFailedError.is(error)) return error.errors.some(isRetryable)
  if (LMTransportError.is(error)) return networkFailure(error) !== 'permanent'
  // A route that kept silent until our own timer fired is left, not asked again.
  if (LMTimeoutError.is(error)) return error.phase === 'request'
  // A conflict of two requests, as servers in front of databases report it.
  if (LMInvalidRequestError.is(error)) return error.status === 409
  return LMRateLimitError.is(error) || LMServerError.is(error) || LMUnexpectedError.is(error)
}
