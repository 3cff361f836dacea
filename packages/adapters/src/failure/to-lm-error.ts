import { type LMErrorOptions, LMUnexpectedError, OckhamError } from '@ockham/core'
import { cleanCause } from './clean-cause.ts'
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
  // A server may quote the key it was sent anywhere, and a logger prints all of it.
  const clean = (text: string): string => redact(text, context.secrets)
  const options: LMErrorOptions = {
    provider: context.provider,
    model: context.model,
    status: facts?.status,
    providerCode: facts?.codes[0] && clean(facts.codes[0]),
    requestId: facts?.requestId && clean(facts.requestId),
    retryAfterMs: facts?.retryAfterMs,
    rateLimits: facts?.rateLimits,
    cause: cleanCause(error, context.secrets),
  }
  if (facts) return providerError({ ...facts, message: clean(facts.message) }, context, options)
  const cause = transportCause(error)
  if (cause) return transportError(cause, context, options)
  const text = clean(error instanceof Error ? error.message : String(error))
  return new LMUnexpectedError(
    `${context.model}: the reply is not what the protocol promises: ${text}`,
    options,
  )
}
