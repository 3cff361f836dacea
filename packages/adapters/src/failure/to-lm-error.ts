import { type LMErrorOptions, LMUnexpectedError, OckhamError } from '@ockham/core'
import type { FailureContext } from './failure-context.ts'
import type { FailureFacts } from './failure-facts.ts'
import { providerError } from './provider-error.ts'
import { redact } from './redact.ts'
import { transportCause } from './transport-cause.ts'
import { transportError } from './transport-error.ts'

/** Turns whatever was thrown during a call into an error of core, free of secrets. */
export function toLMError(
  error: unknown,
  facts: FailureFacts | undefined,
  context: FailureContext,
): OckhamError {
  if (OckhamError.is(error)) return error
  const options: LMErrorOptions = {
    provider: context.provider,
    model: context.model,
    status: facts?.status,
    providerCode: facts?.codes[0],
    requestId: facts?.requestId,
    retryAfterMs: facts?.retryAfterMs,
    rateLimits: facts?.rateLimits,
    cause: cleanCause(error, context.secrets),
  }
  if (facts) {
    const message = redact(facts.message, context.secrets)
    return providerError({ ...facts, message }, context, options)
  }
  const cause = transportCause(error)
  if (cause) return transportError(cause, context, options)
  const text = redact(error instanceof Error ? error.message : String(error), context.secrets)
  return new LMUnexpectedError(
    `${context.model}: the reply is not what the protocol promises: ${text}`,
    options,
  )
}

// A server may quote the key it was sent, and a logger prints causes too.
function cleanCause(error: unknown, secrets: readonly string[]): unknown {
  if (!(error instanceof Error)) return undefined
  const body = 'error' in error ? (JSON.stringify(error.error) ?? '') : ''
  const text = `${error.message} ${error.stack} ${body}`
  return redact(text, secrets) === text ? error : new Error(redact(error.message, secrets))
}
