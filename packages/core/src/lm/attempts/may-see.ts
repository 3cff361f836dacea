import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'

/** A label that is none of these, such as a misspelt one, is taken for the strictest. */
const open: ReadonlySet<string | undefined> = new Set([undefined, 'public', 'internal'])

/** Whether a request may go to an LM: what is confidential only to one that is local or says so itself. */
export function maySee(lm: LM, request: LMRequest): boolean {
  const decided = lm.maySee?.(request)
  return decided ?? (open.has(request.config?.sensitivity) || lm.local === true)
}
