import type { PredictionUsage } from '../../example/prediction.ts'
import { present } from '../../schema/special/present.ts'
import type { SpanAttributes } from './tracer.ts'

/** Tokens and dollars, under the names of the GenAI conventions, which have none for dollars. */
export function usageAttributes(
  usage: PredictionUsage,
  costUSD: number | null | undefined,
): SpanAttributes {
  return present({
    'gen_ai.usage.input_tokens': usage.inputTokens,
    'gen_ai.usage.output_tokens': usage.outputTokens,
    'gen_ai.usage.cache_read.input_tokens': usage.cachedInputTokens,
    'gen_ai.usage.cache_creation.input_tokens': usage.cacheWriteTokens,
    'gen_ai.usage.reasoning.output_tokens': usage.reasoningTokens,
    'ockham.cost_usd': costUSD ?? undefined,
  })
}
