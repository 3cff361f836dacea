import type { CallEntry } from './call-entry.ts'
import type { HistoryOptions } from './history-options.ts'

let entries: CallEntry[] = []
let bytes = 0

/** Adds a call and drops the oldest beyond the limits; the last one always stays. */
export function addToRing(entry: CallEntry, limits: Required<HistoryOptions>): void {
  entries.push(entry)
  bytes += entry.bytes
  while (entries.length > limits.calls || (bytes > limits.bytes && entries.length > 1)) {
    bytes -= entries.shift()?.bytes ?? 0
  }
}

/** The calls that are kept, the oldest first. */
export function ringEntries(): readonly CallEntry[] {
  return entries
}

/** Forgets all calls. */
export function clearHistory(): void {
  entries = []
  bytes = 0
}
