import type { JSONValue, LM, LMRequest } from '@ockham/core'
import type { RouterSettings } from '../router-settings.ts'

/** All that can change which route serves a request, and what that route replies. */
export function fingerprintOf(settings: RouterSettings, request: LMRequest): JSONValue {
  const { task = null, sensitivity = null, tags = [] } = request.config ?? {}
  const isTagged = settings.rules.some(({ when }) => when.tags !== undefined)
  return {
    strategy: settings.strategyName,
    task,
    sensitivity,
    ...(isTagged && { tags }),
    routes: settings.routes.map(
      ({ origin }): JSONValue => [origin.model, printOf(origin, request)],
    ),
  }
}

function printOf(lm: LM, request: LMRequest): JSONValue {
  try {
    const print = lm.fingerprint?.(request)
    if (print !== undefined) return print
  } catch {
    // What this LM cannot be asked at all, it does not tell by its own wire.
  }
  const { messages, config = {} } = request
  const asked: object = { messages, config }
  // Messages and settings are JSON already.
  return asked as JSONValue
}
