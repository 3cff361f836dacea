import type { CallRecord } from './call-record.ts'
import { currentCallScope } from './call-scope.ts'

/** Tells the work around this call, if there is one. */
export function recordCall(call: CallRecord): void {
  currentCallScope()?.calls.push(call)
}
