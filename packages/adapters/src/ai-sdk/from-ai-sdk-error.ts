import { LMConfigurationError, OckhamError, UnsupportedFeatureError } from '@ockham/core'
import { factsFromBody } from '../failure/facts-from-body.ts'
import type { FailureFacts } from '../failure/failure-facts.ts'
import { rateLimitsFrom } from '../failure/rate-limits-from.ts'
import { requestIdFrom } from '../failure/request-id-from.ts'
import { retryAfterMs } from '../failure/retry-after.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { parseJSON } from '../internal/parse-json.ts'
import { WireObject } from '../internal/wire-object.ts'
import { maskKeys } from './mask-keys.ts'

/** An error of the AI SDK as one that this package classifies; others come back as they are. */
export function fromAISDKError(error: unknown): unknown {
  if (!(error instanceof Error) || OckhamError.is(error) || error instanceof VendorFailure) {
    return error
  }
  const message = maskKeys(error.message)
  if (/LoadAPIKey|LoadSetting/.test(error.name)) return new LMConfigurationError(message)
  if (/UnsupportedFunctionality|NoSuchProviderReference/.test(error.name)) {
    return new UnsupportedFeatureError(message)
  }
  if (/NoSuchModel/.test(error.name)) return new VendorFailure({ status: 404, codes: [], message })
  // What it was made of may hold keys: of an error without an answer only the cause is told.
  const facts = factsOf(error)
  if (facts) return new VendorFailure({ ...facts, message: maskKeys(facts.message) })
  return /APICall/.test(error.name) ? (error.cause ?? new Error(message)) : error
}

function factsOf(error: Error): FailureFacts | undefined {
  const fields = WireObject.of(error)
  const status = fields?.number('statusCode')
  if (!fields || status === undefined) return undefined
  const text = fields.text('responseBody') ?? ''
  const json = parseJSON(text)
  const isFailure = status >= 400
  // A success that the AI SDK could not read is one only where its body says so.
  if (!isFailure && !WireObject.of(json)?.has('error')) return undefined
  const body = factsFromBody(json ?? text)
  const headers = new Headers()
  for (const [name, value] of Object.entries(fields.json('responseHeaders') ?? {})) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return {
    ...body,
    status: isFailure ? status : body.status,
    message: body.message || error.message,
    retryAfterMs: retryAfterMs(headers),
    requestId: requestIdFrom(headers),
    rateLimits: rateLimitsFrom(headers),
  }
}
