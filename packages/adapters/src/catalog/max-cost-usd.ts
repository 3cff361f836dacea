import type { LMConfig, LMMessage } from '@ockham/core'
import { costUSD } from './cost-usd.ts'
import type { Priced } from './priced.ts'

// Role marks and the prompt that providers put before tools.
const tokensPerMessage = 16
const tokensPerRequest = 512

/**
 * An upper bound of what a call can cost, in US dollars. Null when there is none: an unknown price,
 * no `maxTokens`, vendor-specific fields, or content whose tokens cannot be bounded from its text.
 */
export function maxCostUSD(
  vendor: Priced,
  model: string,
  messages: readonly LMMessage[],
  config: LMConfig,
): number | null {
  if (vendor.local) return 0
  const { maxTokens, n = 1, extra, tools, responseFormat } = config
  const isBounded = maxTokens !== undefined && extra === undefined && messages.every(isText)
  if (!isBounded || vendor.priceProvider === undefined) return null
  // No token of a byte-level vocabulary is shorter than a byte.
  const bytes = Buffer.byteLength(JSON.stringify([messages, tools, responseFormat]))
  return costUSD(vendor, model, {
    inputTokens: bytes + messages.length * tokensPerMessage + tokensPerRequest,
    outputTokens: maxTokens * n,
  })
}

function isText({ content }: LMMessage): boolean {
  return typeof content === 'string' || content.every((part) => part.type === 'text')
}
