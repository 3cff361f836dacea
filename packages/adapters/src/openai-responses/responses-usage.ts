import type { WireObject } from '../internal/wire-object.ts'
import { statedCost } from '../openai/stated-cost.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** The `usage` of a response. */
export function responsesUsage(response: WireObject): ReplyPart[] {
  const usage = response.object('usage')
  if (!usage) return []
  const input = usage.object('input_tokens_details')
  return [
    {
      type: 'usage',
      usage: {
        inputTokens: usage.number('input_tokens'),
        outputTokens: usage.number('output_tokens'),
        cachedInputTokens: input?.number('cached_tokens'),
        cacheWriteTokens:
          input?.number('cache_write_tokens') ?? input?.number('cache_creation_input_tokens'),
        reasoningTokens: usage.object('output_tokens_details')?.number('reasoning_tokens'),
        serviceTier: response.text('service_tier'),
        costUSD: statedCost(usage),
      },
    },
  ]
}
