import { isConfidential } from '../is-confidential.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'

/** Whether a request may go to an LM: what is confidential only to one that is local or says so itself. */
export function maySee(lm: LM, request: LMRequest): boolean {
  const decided = lm.maySee?.(request)
  return decided ?? (!isConfidential(request.config?.sensitivity) || lm.local === true)
}
