import type { LMFinishReason } from '@ockham/core'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

const reasons: Readonly<Record<string, LMFinishReason>> = {
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  tool_use: 'tool_calls',
  refusal: 'content_filter',
}

/** The stop reason of a message or event, if it carries one; those not listed are a normal end. */
export function anthropicFinish(holder: WireObject | undefined): ReplyPart[] {
  const reason = holder?.text('stop_reason')
  return reason ? [{ type: 'finish', index: 0, reason: reasons[reason] ?? 'stop' }] : []
}
