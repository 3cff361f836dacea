import type { LMUsage } from '../lm-usage.ts'

const parts = ['cachedInputTokens', 'cacheWriteTokens', 'reasoningTokens'] as const

/** The tokens of several calls together; a part that none of them tells is not told. */
export function sumUsage(usages: readonly LMUsage[]): LMUsage {
  const sum: LMUsage = { inputTokens: 0, outputTokens: 0 }
  for (const usage of usages) {
    sum.inputTokens += usage.inputTokens
    sum.outputTokens += usage.outputTokens
    for (const part of parts) {
      const tokens = usage[part]
      if (tokens !== undefined) sum[part] = (sum[part] ?? 0) + tokens
    }
    if (usage.estimated) sum.estimated = true
  }
  return sum
}
