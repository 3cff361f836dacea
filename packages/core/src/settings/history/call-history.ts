import { lastOf } from '../../internal/last-of.ts'
import type { CallRecord } from './call-record.ts'
import { ringEntries } from './call-ring.ts'
import { toCallRecord } from './to-call-record.ts'

/** The last `n` LM calls that predictors made, all that are kept by default; the oldest first. */
export function callHistory(n: number = Number.POSITIVE_INFINITY): CallRecord[] {
  return lastOf(ringEntries(), n).map(toCallRecord)
}
