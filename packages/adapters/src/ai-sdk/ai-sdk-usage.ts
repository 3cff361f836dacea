import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** The usage of a result or a `finish` part: flat numbers in v2, breakdowns from v3 on. */
export function aiSDKUsage(holder: WireObject): ReplyPart[] {
  const usage = holder.object('usage')
  if (!usage) return []
  const input = usage.object('inputTokens')
  const output = usage.object('outputTokens')
  const flat = usage.number('inputTokens')
  const cached = input?.number('cacheRead') ?? usage.number('cachedInputTokens')
  return [
    {
      type: 'usage',
      usage: {
        inputTokens: input?.number('total') ?? flat,
        outputTokens: output?.number('total') ?? usage.number('outputTokens'),
        cachedInputTokens: cached,
        cacheWriteTokens: input?.number('cacheWrite'),
        reasoningTokens: output?.number('reasoning') ?? usage.number('reasoningTokens'),
        // In v2 some providers counted cached tokens apart; where they exceed the input they must be.
        ...(flat !== undefined && { cacheCountedApart: (cached ?? 0) > flat }),
      },
    },
  ]
}
