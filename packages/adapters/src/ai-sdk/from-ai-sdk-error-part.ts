import type { JSONValue } from '@ockham/core'
import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import { malformedPart } from '../reply/malformed-part.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { maskKeys } from './mask-keys.ts'

/** What a part of the type error means for the reply; throws where it ends it. */
export function fromAISDKErrorPart(part: WireObject): ReplyPart[] {
  const error: unknown = part.json('error')
  if (!(error instanceof Error)) {
    // What is no Error is what the provider sent, which was JSON.
    const facts = factsFromBody(error as JSONValue | undefined)
    throw new VendorFailure({ ...facts, message: maskKeys(facts.message) })
  }
  if (/JSONParse|TypeValidation/.test(error.name)) return [malformedPart(error.message)]
  // The `finish` part that follows says the same.
  if (/InvalidResponseData/.test(error.name) && error.message.includes('finish reason')) return []
  throw error
}
