import type { Rates } from '../src/catalog/price/rates.ts'
import type { LiteLLMEntry } from './litellm-entry.ts'
import { priceWords } from './price-words.ts'

const flags = {
  t: 'supports_function_calling',
  j: 'supports_response_schema',
  v: 'supports_vision',
  a: 'supports_audio_input',
  r: 'supports_reasoning',
}
const tiers = ['flex', 'priority']

/** The row of the snapshot for one entry; `src/catalog/facts/read-facts.ts` reads it. */
export function factRow(
  entry: LiteLLMEntry,
  contextTokens: number | undefined,
  rates: Rates | undefined,
): string {
  return [
    ...(contextTokens === undefined ? [] : [`c${contextTokens}`]),
    ...outputLimit(entry),
    ...letters('+', entry, true),
    ...letters('-', entry, false),
    ...tiers.flatMap((tier) => factor(tier, entry)),
    ...lastDay(entry),
    ...(rates ? priceWords(rates) : []),
  ].join(' ')
}

function outputLimit({ max_output_tokens: limit }: LiteLLMEntry): string[] {
  return typeof limit === 'number' && limit > 0 ? [`o${limit}`] : []
}

function letters(mark: string, entry: LiteLLMEntry, value: boolean): string[] {
  const found = Object.entries(flags).filter(([, field]) => entry[field] === value)
  return found.length > 0 ? [mark + found.map(([letter]) => letter).join('')] : []
}

// Only a class of service that multiplies input and output alike can be told in one number.
function factor(tier: string, entry: LiteLLMEntry): string[] {
  const times = ['input', 'output'].map(
    (side) =>
      Number(entry[`${side}_cost_per_token_${tier}`]) / Number(entry[`${side}_cost_per_token`]),
  )
  const [input = 0, output = 0] = times
  if (!(Math.abs(input - output) < 0.01 && output > 0)) return []
  return [`${tier}*${Number(output.toPrecision(5))}`]
}

function lastDay({ deprecation_date: date }: LiteLLMEntry): string[] {
  return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? [`x${date}`] : []
}
