import { identityOf } from '../../internal/identity-of.ts'
import { lastOf } from '../../internal/last-of.ts'
import type { ModuleFrame } from '../module-frame.ts'
import type { CallEntry } from './call-entry.ts'
import type { CallRecord } from './call-record.ts'
import { ringEntries } from './call-ring.ts'
import { toCallRecord } from './to-call-record.ts'

/**
 * The last `n` calls of an LM, of a predictor, or of all predictors that a module ran, however deep; the
 * oldest first (dspy.LM.history, dspy.Module.history). An LM is known by identity: calls of
 * `retrying(lm)` are not those of `lm`.
 */
export function historyOf(source: object, n: number = Number.POSITIVE_INFINITY): CallRecord[] {
  const identity = identityOf(source)
  const own = ringEntries().filter((entry) => isOf(entry, identity))
  return lastOf(own, n).map(toCallRecord)
}

function isOf({ lm, predictor, modules }: CallEntry, identity: number): boolean {
  if (lm === identity || predictor === identity) return true
  for (let frame: ModuleFrame | undefined = modules; frame; frame = frame.caller) {
    if (frame.identity === identity) return true
  }
  return false
}
