import type { LMConfig, LMRequest } from '@ockham/core'

/** A request of one user message. */
export function ask({
  content = 'hi',
  signal,
  ...config
}: LMConfig & { content?: string; signal?: AbortSignal } = {}): LMRequest {
  return { messages: [{ role: 'user', content }], config, ...(signal && { signal }) }
}
