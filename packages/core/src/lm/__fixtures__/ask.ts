import type { LMRequest } from '../lm-request.ts'

/** A request of one user message. */
export function ask(content = 'hi', signal?: AbortSignal): LMRequest {
  return { messages: [{ role: 'user', content }], ...(signal && { signal }) }
}
