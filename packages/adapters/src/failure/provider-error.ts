import {
  ContentFilterError,
  ContextWindowExceededError,
  LMAuthError,
  LMBillingError,
  type LMError,
  type LMErrorOptions,
  LMInvalidRequestError,
  LMRateLimitError,
  LMServerError,
  LMTimeoutError,
  LMUnsupportedModelError,
} from '@ockham/core'
import { assertNever } from '../internal/assert-never.ts'
import { classifyFailure } from './classify-failure.ts'
import { contextSizesByText } from './context-sizes-by-text.ts'
import type { FailureContext } from './failure-context.ts'
import type { FailureFacts } from './failure-facts.ts'

/** The error class for what a provider answered, with a message that says what to do. */
export function providerError(
  facts: FailureFacts,
  context: FailureContext,
  options: LMErrorOptions,
): LMError {
  const status = facts.status === undefined ? '' : ` (HTTP ${facts.status})`
  const said = facts.message === '' ? '' : ` It said: ${facts.message}`
  const text = (what: string): string => `${context.model}: ${what.replace('%', status)}${said}`
  const kind = classifyFailure(facts)
  switch (kind) {
    case 'auth':
      return new LMAuthError(
        text(`the provider refused the credentials%. Check ${keyPlaces(context)}.`),
        options,
      )
    case 'billing':
      return new LMBillingError(
        text('the account has no credit left or is at its limit%. Add credit or raise the limit.'),
        options,
      )
    case 'rate-limit':
      return new LMRateLimitError(text('the provider asks to slow down%.'), options)
    case 'timeout':
      return new LMTimeoutError(text('the provider timed out%.'), { ...options, phase: 'request' })
    case 'context-window':
      return new ContextWindowExceededError(
        text('the prompt does not fit the context window%. Shorten it or take a larger model.'),
        { ...options, ...contextSizesByText(facts.message) },
      )
    case 'content-filter':
      return new ContentFilterError(text('the provider blocked the request by policy%.'), options)
    case 'unknown-model':
      return new LMUnsupportedModelError(
        text(`the provider does not know this model%. ${context.unknownModelAdvice}`),
        options,
      )
    case 'invalid-request':
      return new LMInvalidRequestError(
        text(
          facts.status === 407
            ? 'a proxy on the way wants a login%. Check HTTPS_PROXY and HTTP_PROXY.'
            : 'the provider rejected the request%.',
        ),
        options,
      )
    case 'server':
      return new LMServerError(text('the provider failed%.'), options)
    default:
      return assertNever(kind)
  }
}

function keyPlaces({ keyNames }: FailureContext): string {
  return ['the option `apiKey`', ...keyNames].join(' or ')
}
