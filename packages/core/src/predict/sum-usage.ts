import type { LMResponse } from '../lm/lm-response.ts'
import type { LMUsage } from '../lm/lm-usage.ts'

const optional = ['cachedInputTokens', 'cacheWriteTokens', 'reasoningTokens'] as const

/** The tokens of several replies together. */
export function sumUsage(responses: readonly LMResponse[]): LMUsage {
  const [only, ...others] = responses
  if (only && others.length === 0) return only.usage
  const sum: LMUsage = { inputTokens: 0, outputTokens: 0 }
  for (const { usage } of responses) {
    sum.inputTokens += usage.inputTokens
    sum.outputTokens += usage.outputTokens
    for (const key of optional) {
      const tokens = usage[key]
      if (tokens !== undefined) sum[key] = (sum[key] ?? 0) + tokens
    }
    if (usage.estimated === true) sum.estimated = true
  }
  return sum
}
