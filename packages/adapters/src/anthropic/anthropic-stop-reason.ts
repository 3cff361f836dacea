import type { LMFinishReason } from '@ockham/core'

const reasons: Readonly<Record<string, LMFinishReason>> = {
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool_calls',
  refusal: 'content_filter',
}

/** Every other reason is a normal end. */
export function anthropicStopReason(reason: string): LMFinishReason {
  return reasons[reason] ?? 'stop'
}
