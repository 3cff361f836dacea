import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** The cumulative `usage` of a message or event, whose input count leaves cached tokens out. */
export function anthropicUsage(holder: WireObject | undefined): ReplyPart[] {
  const usage = holder?.object('usage')
  if (!usage) return []
  const reported = {
    inputTokens: usage.number('input_tokens'),
    outputTokens: usage.number('output_tokens'),
    cachedInputTokens: usage.number('cache_read_input_tokens'),
    cacheWriteTokens: usage.number('cache_creation_input_tokens'),
    longCacheWriteTokens: usage.object('cache_creation')?.number('ephemeral_1h_input_tokens'),
    reasoningTokens: usage.object('output_tokens_details')?.number('thinking_tokens'),
    cacheCountedApart: true,
  }
  return [{ type: 'usage', usage: reported }]
}
