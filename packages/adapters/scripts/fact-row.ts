import type { LiteLLMEntry } from './litellm-entry.ts'

const flags = {
  t: 'supports_function_calling',
  j: 'supports_response_schema',
  v: 'supports_vision',
  a: 'supports_audio_input',
  r: 'supports_reasoning',
} as const

/** The row of the snapshot for one entry; `src/catalog/facts/read-facts.ts` reads it. */
export function factRow(entry: LiteLLMEntry, withPrice: boolean): string {
  return [
    ...count('c', entry.max_input_tokens),
    ...count('o', entry.max_output_tokens),
    ...letters('+', entry, true),
    ...letters('-', entry, false),
    ...factor('flex', entry, entry.input_cost_per_token_flex, entry.output_cost_per_token_flex),
    ...factor(
      'priority',
      entry,
      entry.input_cost_per_token_priority,
      entry.output_cost_per_token_priority,
    ),
    ...end(entry.deprecation_date),
    ...(withPrice ? price(entry) : []),
  ].join(' ')
}

function count(mark: string, value: number | string | undefined): string[] {
  return typeof value === 'number' && value > 0 ? [`${mark}${value}`] : []
}

function end(date: string | undefined): string[] {
  return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? [`x${date}`] : []
}

function letters(mark: string, entry: LiteLLMEntry, value: boolean): string[] {
  const found = Object.entries(flags).filter(([, field]) => entry[field] === value)
  return found.length > 0 ? [mark + found.map(([letter]) => letter).join('')] : []
}

// Only a tier that multiplies input and output alike can be told in one number.
function factor(name: string, entry: LiteLLMEntry, input?: number, output?: number): string[] {
  const { input_cost_per_token: usualInput, output_cost_per_token: usualOutput } = entry
  if (!(input && output && usualInput && usualOutput)) return []
  const [first, second] = [input / usualInput, output / usualOutput]
  return Math.abs(first - second) < 0.01 ? [`${name}*${rounded(second)}`] : []
}

function price(entry: LiteLLMEntry): string[] {
  const { input_cost_per_token: input, output_cost_per_token: output } = entry
  if (!(input && output)) return []
  const cached = entry.cache_read_input_token_cost
  const write = entry.cache_creation_input_token_cost
  const all = [input, output, ...(cached ? [cached, ...(write ? [write] : [])] : [])]
  return [`$${all.map((dollars) => rounded(dollars * 1e6)).join('/')}`]
}

function rounded(value: number): number {
  return Number(value.toPrecision(5))
}
