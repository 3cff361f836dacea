import type { LMFinishReason } from '@ockham/core'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

const reasons: Readonly<Record<string, LMFinishReason>> = {
  MAX_TOKENS: 'length',
  TOOL_CALL: 'tool_calls',
  ERROR_TOXIC: 'content_filter',
}
const failures: Readonly<Record<string, readonly string[]>> = {
  ERROR: [],
  TIMEOUT: ['timeout_error'],
}

/** The finish reason of a message or event; throws for those that report a failure. */
export function cohereFinish(holder: WireObject | undefined): ReplyPart[] {
  const reason = holder?.text('finish_reason')
  if (!reason) return []
  const codes = failures[reason]
  if (codes) {
    const message = holder?.text('error') ?? 'the completion ended with an error'
    throw new VendorFailure({ codes, message })
  }
  return [{ type: 'finish', index: 0, reason: reasons[reason] ?? 'stop' }]
}
