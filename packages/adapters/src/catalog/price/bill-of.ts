import type { Bill } from './bill.ts'
import type { BilledTokens } from './billed-tokens.ts'
import { rateAt } from './rate-at.ts'
import type { Rate, Rates } from './rates.ts'

/** The bill of a call; null for counts that are not counts or contradict each other. */
export function billOf(rates: Rates, tokens: BilledTokens): Bill | null {
  const { inputTokens, outputTokens, cachedInputTokens = 0, cacheWriteTokens = 0 } = tokens
  const { longCacheWriteTokens = 0, reasoningTokens = 0 } = tokens
  const { audioInputTokens = 0, audioOutputTokens = 0 } = tokens
  const counts = [inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens, reasoningTokens]
  counts.push(longCacheWriteTokens, audioInputTokens, audioOutputTokens)
  if (!counts.every((count) => Number.isFinite(count) && count >= 0)) return null
  const uncached = inputTokens - cachedInputTokens - cacheWriteTokens
  if (uncached < 0) return null
  // Vendors do not say how these overlap with the other kinds; no token is charged twice.
  const heard = Math.min(audioInputTokens, uncached)
  const thought = Math.min(reasoningTokens, outputTokens)
  const spoken = Math.min(audioOutputTokens, outputTokens - thought)
  const keptLong = Math.min(longCacheWriteTokens, cacheWriteTokens)
  const cost = (count: number, rate: Rate): number =>
    count === 0 ? 0 : (count * rateAt(rate, inputTokens)) / 1e6
  const { input, output, cacheWrite = input, longCacheWrite = cacheWrite } = rates
  const parts = {
    input: cost(uncached - heard, input),
    cachedInput: cost(cachedInputTokens, rates.cachedInput ?? input),
    cacheWrite: cost(cacheWriteTokens - keptLong, cacheWrite) + cost(keptLong, longCacheWrite),
    audioInput: cost(heard, rates.audioInput ?? input),
    output: cost(outputTokens - thought - spoken, output),
    reasoning: cost(thought, rates.reasoning ?? output),
    audioOutput: cost(spoken, rates.audioOutput ?? output),
    request: rates.request ?? 0,
  }
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) }
}
