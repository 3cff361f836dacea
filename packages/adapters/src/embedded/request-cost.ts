import type { LMRequest } from '@ockham/core'
import { countMessageTokens } from './count-tokens.ts'
import type { EmbeddedTier } from './embedded-tier.ts'
import { tierPrice } from './tier-price.ts'

/** Tokens of a reply when the request sets no limit. */
const usualLimit = 2048

/** The most tokens that each completion of a request may have. */
export function outputLimit({ config }: LMRequest): number {
  return Math.max(1, Math.floor(config?.maxTokens ?? usualLimit))
}

/** How many completions a request asks for. */
export function completionCount({ config }: LMRequest): number {
  return Math.max(1, Math.floor(config?.n ?? 1))
}

/** US dollars for so many tokens in and out. */
export function costOf(tier: EmbeddedTier, inputTokens: number, outputTokens: number): number {
  const { input, output } = tierPrice[tier]
  return (inputTokens * input + outputTokens * output) / 1e6
}

/** The most a request can cost, in US dollars. */
export function highestCost(tier: EmbeddedTier, request: LMRequest): number {
  const outputs = outputLimit(request) * completionCount(request)
  return costOf(tier, countMessageTokens(request.messages), outputs)
}
