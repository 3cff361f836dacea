import type { ModelCapabilities } from '../model-info.ts'
import type { ModelFacts } from './model-facts.ts'
import { readRates } from './read-rates.ts'

type Flag = keyof ModelCapabilities

const flags: Readonly<Record<string, Flag>> = {
  t: 'tools',
  j: 'jsonSchema',
  v: 'vision',
  a: 'audio',
  r: 'reasoning',
}

/**
 * A row of the snapshot, such as `c128000 o16384 +tj -v flex*0.5 x2027-01-31 $0.1/0.4/0.05 >200000$0.2/0.8`:
 * context and output limit, what the model can and cannot do, its classes of service, its last day, and dollars
 * per million tokens of each of `rateKinds`, then those of requests of more than 200,000 tokens.
 */
export function readFacts(row: string): ModelFacts {
  const can: { [flag in Flag]?: boolean } = {}
  const tierFactors: Record<string, number> = {}
  const facts: { -readonly [name in keyof ModelFacts]: ModelFacts[name] } = {
    capabilities: can,
    tierFactors,
  }
  const words = row.split(' ')
  const prices = words.filter((word) => word.includes('$'))
  if (prices.length > 0) facts.rates = readRates(prices)
  for (const word of words) {
    const rest = word.slice(1)
    if (word.startsWith('c')) facts.contextTokens = Number(rest)
    else if (word.startsWith('o')) facts.maxOutputTokens = Number(rest)
    else if (word.startsWith('x')) facts.endsOn = rest
    else if (word.startsWith('+') || word.startsWith('-')) {
      for (const letter of rest) {
        const flag = flags[letter]
        if (flag) can[flag] = word.startsWith('+')
      }
    } else {
      const [tier = '', factor] = word.split('*')
      if (factor !== undefined) tierFactors[tier] = Number(factor)
    }
  }
  return facts
}
