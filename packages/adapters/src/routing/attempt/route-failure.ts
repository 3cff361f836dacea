import {
  AllRoutesFailedError,
  BudgetExceededError,
  ContentFilterError,
  ContextWindowExceededError,
  isRetryable,
  LMAuthError,
  LMBillingError,
  LMConfigurationError,
  LMInvalidRequestError,
  LMRateLimitError,
  LMServerError,
  LMStreamTruncatedError,
  LMTimeoutError,
  LMTransportError,
  LMUnexpectedError,
  LMUnsupportedModelError,
  UnsupportedFeatureError,
} from '@ockham/core'

/** What the failure of a call means for routing. */
export type RouteFailure =
  | 'misconfigured'
  | 'unsupported'
  | 'over-budget'
  | 'filtered'
  | 'too-long'
  | 'unknown-model'
  | 'invalid'
  | 'account'
  | 'rate-limited'
  | 'silent'
  | 'cut'
  | 'disconnected'
  | 'stumbled'
  | 'strange'
  | 'broken'

interface ErrorClass {
  is(value: unknown): boolean
}

/** The first class that fits decides, so a class stands before those it extends. */
const byClass: readonly (readonly [ErrorClass, RouteFailure])[] = [
  [LMConfigurationError, 'misconfigured'],
  [UnsupportedFeatureError, 'unsupported'],
  [BudgetExceededError, 'over-budget'],
  [ContentFilterError, 'filtered'],
  [ContextWindowExceededError, 'too-long'],
  [LMUnsupportedModelError, 'unknown-model'],
  [LMInvalidRequestError, 'invalid'],
  [LMAuthError, 'account'],
  [LMBillingError, 'account'],
  [LMRateLimitError, 'rate-limited'],
  [LMStreamTruncatedError, 'cut'],
  [LMServerError, 'stumbled'],
  [LMUnexpectedError, 'strange'],
  [AllRoutesFailedError, 'broken'],
]

/** Sorts what a call threw. */
export function routeFailure(error: unknown): RouteFailure {
  // Whoever kept silent until our timer fired is left; a provider that says it timed out may try again.
  if (LMTimeoutError.is(error)) return error.phase === 'request' ? 'stumbled' : 'silent'
  const found = byClass.find(([errorClass]) => errorClass.is(error))
  if (found) return found[1]
  // A host that does not exist and a certificate that is not valid stay so.
  if (LMTransportError.is(error)) return isRetryable(error) ? 'disconnected' : 'broken'
  return isRetryable(error) ? 'disconnected' : 'broken'
}
