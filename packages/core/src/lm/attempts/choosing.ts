import type { JSONValue } from '../../schema/json-value.ts'
import { withoutDenied } from '../cache/without-denied.ts'
import { sharedCapabilities } from '../fallback/shared-capabilities.ts'
import type { LM, LMCapabilities } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { DecoratedCalls } from './decorated.ts'
import { maySee } from './may-see.ts'

/**
 * An LM that chooses among others and is named after the first, with these calls. `how` tells it from one
 * that chooses among the same in another way: in a cache they share no reply.
 */
export function choosing(how: JSONValue, first: LM, lms: readonly LM[], calls: DecoratedCalls): LM {
  let capabilities: LMCapabilities | undefined
  return {
    model: first.model,
    ...(lms.every((lm) => lm.local === true) && { local: true }),
    get capabilities() {
      capabilities ??= sharedCapabilities(lms)
      return capabilities
    },
    maySee: (request) => lms.some((lm) => maySee(lm, request)),
    fingerprint: (request) => [how, ...lms.map((lm) => printOf(lm, request))],
    ...calls,
  }
}

function printOf(lm: LM, request: LMRequest): JSONValue {
  if (lm.fingerprint) return lm.fingerprint(request)
  // Messages and settings are JSON already; where they are not, there is no key.
  return [lm.model, withoutDenied(request) as JSONValue]
}
