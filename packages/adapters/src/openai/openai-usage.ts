import type { WireObject } from '../internal/wire-object.ts'
import type { ReportedUsage } from '../reply/reply-part.ts'

import { statedCost } from './stated-cost.ts'

/** The `usage` object of OpenAI and of the servers that imitate it. */
export function openaiUsage(usage: WireObject, serviceTier?: string): ReportedUsage {
  const inputTokens = usage.number('prompt_tokens')
  const outputTokens = usage.number('completion_tokens')
  const prompt = usage.object('prompt_tokens_details')
  const completion = usage.object('completion_tokens_details')
  const reasoningTokens = completion?.number('reasoning_tokens') ?? usage.number('reasoning_tokens')
  // Some servers count the reasoning beside the completion; only the total shows it.
  const isApart =
    reasoningTokens !== undefined &&
    usage.number('total_tokens') === (inputTokens ?? 0) + (outputTokens ?? 0) + reasoningTokens
  return {
    inputTokens,
    outputTokens: isApart ? (outputTokens ?? 0) + reasoningTokens : outputTokens,
    cachedInputTokens: prompt?.number('cached_tokens') ?? usage.number('prompt_cache_hit_tokens'),
    cacheWriteTokens: prompt?.number('cache_write_tokens'),
    reasoningTokens,
    audioInputTokens: prompt?.number('audio_tokens'),
    audioOutputTokens: completion?.number('audio_tokens'),
    serviceTier,
    costUSD: statedCost(usage),
  }
}
