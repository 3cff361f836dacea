import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'

/** The LMs that a `fallback` or the like chooses among: it keeps the rule itself. */
const choices = new WeakMap<LM, readonly LM[]>()

/** Marks an LM as one that chooses among others, and takes none that may not see the request. */
export function markChoice(lm: LM, among: readonly LM[]): void {
  choices.set(lm, among)
}

/** Marks an LM as one that asks nobody but `inner`. */
export function markSame(lm: LM, inner: LM): void {
  const among = choices.get(inner)
  if (among) choices.set(lm, among)
}

/** Whether a request may go to an LM: what is confidential only to one that is local. */
export function maySee(lm: LM, request: LMRequest): boolean {
  if (request.config?.sensitivity !== 'confidential') return true
  return choices.get(lm)?.some((choice) => maySee(choice, request)) ?? lm.local === true
}
