import type { LiteLLMEntry } from './litellm-entry.ts'

const tierField = /^input_cost_per_token_above_(\d+)k_tokens$/

/** The words of a row that tell its price, first the usual one and then a word for each tier. */
export function priceWords(entry: LiteLLMEntry): string[] {
  const usual = word('$', entry, '')
  if (usual === undefined) return []
  const tiers = Object.keys(entry)
    .map((field) => tierField.exec(field)?.[1])
    .filter((thousands) => thousands !== undefined)
    .sort((a, b) => Number(a) - Number(b))
    .map((thousands) => word(`>${thousands}000$`, entry, `_above_${thousands}k_tokens`))
  return [usual, ...tiers.filter((tier) => tier !== undefined)]
}

function word(mark: string, entry: LiteLLMEntry, suffix: string): string | undefined {
  const prices = [
    entry[`input_cost_per_token${suffix}`],
    entry[`output_cost_per_token${suffix}`],
    entry[`cache_read_input_token_cost${suffix}`],
    entry[`cache_creation_input_token_cost${suffix}`],
    entry[`cache_creation_input_token_cost_above_1hr${suffix}`],
  ].map((price) => (typeof price === 'number' && price > 0 ? rounded(price * 1e6) : ''))
  const [input, output] = prices
  if (input === '' || output === '') return undefined
  return mark + prices.join('/').replace(/\/+$/, '')
}

/** Without the noise of binary fractions. */
export function rounded(value: number): number {
  return Number(value.toPrecision(5))
}
