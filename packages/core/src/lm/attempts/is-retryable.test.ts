import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { AllRoutesFailedError } from '../../errors/all-routes-failed-error.ts'
import { BudgetExceededError } from '../../errors/budget-exceeded-error.ts'
import { ContentFilterError } from '../../errors/content-filter-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import { LMAuthError } from '../../errors/lm-auth-error.ts'
import { LMBillingError } from '../../errors/lm-billing-error.ts'
import { LMConfigurationError } from '../../errors/lm-configuration-error.ts'
import { LMInvalidRequestError } from '../../errors/lm-invalid-request-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { LMStreamTruncatedError } from '../../errors/lm-stream-truncated-error.ts'
import { LMTimeoutError } from '../../errors/lm-timeout-error.ts'
import { LMTransportError } from '../../errors/lm-transport-error.ts'
import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import { LMUnsupportedModelError } from '../../errors/lm-unsupported-model-error.ts'
import { UnsupportedFeatureError } from '../../errors/unsupported-feature-error.ts'
import { isRetryable } from './is-retryable.ts'

const coded = (code: string): Error => Object.assign(new Error('socket'), { code })
const allFailed = (...errors: unknown[]): Error => new AllRoutesFailedError('all', { errors })

test.for([
  new LMRateLimitError('429'),
  new LMServerError('503'),
  new LMTransportError('reset'),
  new LMTransportError('reset', { cause: coded('ECONNRESET') }),
  new LMStreamTruncatedError('cut'),
  new LMUnexpectedError('html'),
  new LMTimeoutError('408', { phase: 'request' }),
  new LMInvalidRequestError('conflict', { status: 409 }),
  coded('ECONNRESET'),
  coded('EAI_AGAIN'),
  new TypeError('fetch failed', { cause: coded('UND_ERR_SOCKET') }),
  allFailed(new LMAuthError('401'), new LMServerError('503')),
])('$name can pass by itself: %s', (error) => {
  expect(isRetryable(error)).toBe(true)
})

test.for([
  new LMAuthError('401'),
  new LMBillingError('402'),
  new LMInvalidRequestError('400'),
  new ContextWindowExceededError('too long'),
  new ContentFilterError('blocked'),
  new LMUnsupportedModelError('404'),
  new LMConfigurationError('no key'),
  new UnsupportedFeatureError('tools'),
  new LMTimeoutError('silent', { phase: 'first-token' }),
  new LMTimeoutError('stalled', { phase: 'idle' }),
  new LMTimeoutError('long', { phase: 'total' }),
  new LMTransportError('no such host', { cause: coded('ENOTFOUND') }),
  new LMTransportError('tls', { cause: coded('CERT_HAS_EXPIRED') }),
  new LMTransportError('tls', { cause: coded('DEPTH_ZERO_SELF_SIGNED_CERT') }),
  new BudgetExceededError('spent'),
  new AbortError(),
  new TypeError('undefined is not a function'),
  coded('ENOENT'),
  allFailed(new LMAuthError('401'), new LMBillingError('402')),
])('$name stays as it is: %s', (error) => {
  expect(isRetryable(error)).toBe(false)
})

test('what is not an object, and causes that go in a circle, are not retryable', () => {
  const circular = new Error('round')
  circular.cause = circular
  expect([undefined, null, 'ECONNRESET', circular].map(isRetryable)).toEqual(Array(4).fill(false))
})
