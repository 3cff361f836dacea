import type { CallEntry } from './call-entry.ts'
import type { HistoryOptions } from './history-options.ts'

// Taking the first of an array costs a microsecond; counting it as gone, and tidying up now and then, does not.
const goneBeforeTidying = 256
let entries: (CallEntry | undefined)[] = []
let gone = 0
let bytes = 0

/** Adds a call and drops the oldest beyond the limits; the last one always stays. */
export function addToRing(entry: CallEntry, limits: Required<HistoryOptions>): void {
  entries.push(entry)
  bytes += entry.bytes
  for (let kept = entries.length - gone; kept > 1; kept -= 1) {
    if (kept <= limits.calls && bytes <= limits.bytes) break
    bytes -= entries[gone]?.bytes ?? 0
    entries[gone] = undefined
    gone += 1
  }
  if (gone >= goneBeforeTidying) {
    entries.splice(0, gone)
    gone = 0
  }
}

/** The calls that are kept, the oldest first. */
export function ringEntries(): readonly CallEntry[] {
  return entries.filter((entry) => entry !== undefined)
}

/** Forgets all calls. */
export function clearHistory(): void {
  entries = []
  gone = 0
  bytes = 0
}
