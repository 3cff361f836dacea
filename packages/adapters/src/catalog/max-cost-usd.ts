import type { LMConfig, LMMessage } from '@ockham/core'
import { knownModel } from './known-model.ts'
import { overrideOf } from './override/override-of.ts'
import { isFree } from './price/is-free.ts'
import { modelRates } from './price/model-rates.ts'
import { upperRate } from './price/upper-rate.ts'
import type { Priced } from './priced.ts'

// Role marks and the prompt that providers put before tools.
const tokensPerMessage = 16
const tokensPerRequest = 512

/**
 * An upper bound of what a call can cost in the usual class of service, in US dollars. Null when there
 * is none: an unknown price, no `maxTokens` and no known limit of the model, vendor-specific fields,
 * content whose tokens cannot be bounded from its text, or a model that searches and bills what it finds.
 */
export function maxCostUSD(
  priced: Priced,
  messages: readonly LMMessage[],
  config: LMConfig,
): number | null {
  const rates = modelRates(priced).every
  if (rates.length === 0) return null
  if (rates.every(isFree)) return 0
  const { n = 1, extra, tools, responseFormat } = config
  const maxTokens = config.maxTokens ?? outputLimit(priced)
  const isBounded = extra === undefined && !searches(priced) && messages.every(isText)
  if (maxTokens === undefined || !isBounded) return null
  // No token of a byte-level vocabulary is shorter than a byte.
  const bytes = Buffer.byteLength(JSON.stringify([messages, tools, responseFormat]))
  const input = bytes + messages.length * tokensPerMessage + tokensPerRequest
  const bounds = rates.map((each) => {
    const dollars = input * upperRate(input, each.input, each.cachedInput, each.cacheWrite)
    const replies = maxTokens * n * upperRate(input, each.output, each.reasoning)
    return (dollars + replies) / 1e6 + (each.request ?? 0)
  })
  return Math.max(...bounds)
}

function outputLimit({ key }: Priced): number | undefined {
  return overrideOf(key.name)?.maxOutputTokens ?? knownModel(key).facts?.maxOutputTokens
}

function searches({ key }: Priced): boolean {
  return key.provider.searches === true || /search|research/.test(key.model)
}

function isText({ content }: LMMessage): boolean {
  return typeof content === 'string' || content.every((part) => part.type === 'text')
}
