import type { CallEnd, CallKind, CallStart } from './callback.ts'

/** Hears of all work in a scope, also where `context` sets other callbacks. */
export interface Observer {
  start(kind: CallKind, event: CallStart): void
  end(event: CallEnd): void
}
