import type { Rate, Rates } from '../src/catalog/price/rates.ts'
import type { LiteLLMEntry } from './litellm-entry.ts'

const tierField = /^input_cost_per_token_above_(\d+)k_tokens$/

/** What LiteLLM has of a model's price; undefined when it does not price both input and output. */
export function litellmRates(entry: LiteLLMEntry): Rates | undefined {
  const thousands = Object.keys(entry)
    .map((field) => Number(tierField.exec(field)?.[1]))
    .filter((start) => start > 0)
    .sort((a, b) => a - b)
  const rate = (field: string): Rate | undefined => {
    const base = perMillion(entry[field])
    const tiers = thousands.flatMap((start) => {
      const price = perMillion(entry[`${field}_above_${start}k_tokens`])
      return price === undefined ? [] : [{ start: start * 1000, price }]
    })
    return base === undefined || tiers.length === 0 ? base : { base, tiers }
  }
  const input = rate('input_cost_per_token')
  const output = rate('output_cost_per_token')
  if (input === undefined || output === undefined) return undefined
  return {
    input,
    output,
    cachedInput: rate('cache_read_input_token_cost'),
    cacheWrite: rate('cache_creation_input_token_cost'),
    longCacheWrite: rate('cache_creation_input_token_cost_above_1hr'),
    reasoning: rate('output_cost_per_reasoning_token'),
    audioInput: rate('input_cost_per_audio_token'),
    audioOutput: rate('output_cost_per_audio_token'),
  }
}

// Without the noise of binary fractions.
function perMillion(price: unknown): number | undefined {
  if (typeof price !== 'number' || price <= 0) return undefined
  return Number((price * 1e6).toPrecision(5))
}
