import type { LMRequest } from '../lm-request.ts'

/** The request without what cannot change the reply: whatever is not on this short list counts. */
export function withoutDenied(request: LMRequest): object {
  const { signal: _signal, allowance: _allowance, config = {}, ...rest } = request
  const { task: _task, tags: _tags, ...settings } = config
  return { ...rest, config: settings }
}
