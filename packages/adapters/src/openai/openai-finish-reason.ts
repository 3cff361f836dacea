import type { LMFinishReason } from '@ockham/core'

const reasons: Readonly<Record<string, LMFinishReason>> = {
  length: 'length',
  max_tokens: 'length',
  tool_calls: 'tool_calls',
  function_call: 'tool_calls',
  content_filter: 'content_filter',
  refusal: 'content_filter',
  insufficient_system_resource: 'error',
}

/** Compatible servers also send `eos`, `end_turn` and more, all of which mean a normal end. */
export function openaiFinishReason(reason: string): LMFinishReason {
  return reasons[reason] ?? 'stop'
}
