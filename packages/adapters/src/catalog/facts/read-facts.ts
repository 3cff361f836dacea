import type { ModelCapabilities } from '../model-info.ts'
import type { Rates } from '../price/rates.ts'
import type { ModelFacts } from './model-facts.ts'

type Flag = keyof ModelCapabilities

const flags: Readonly<Record<string, Flag>> = {
  t: 'tools',
  j: 'jsonSchema',
  v: 'vision',
  a: 'audio',
  r: 'reasoning',
}

/**
 * A row of the snapshot, such as `c128000 o16384 +tj -v flex*0.5 x2027-01-31 $0.1/0.4/0.05`: context and
 * output limit, what the model can and cannot do, its classes of service, its last day, and dollars per
 * million tokens of input, output, cached input and cache writes.
 */
export function readFacts(row: string): ModelFacts {
  const can: { [flag in Flag]?: boolean } = {}
  const tierFactors: Record<string, number> = {}
  const facts: { -readonly [name in keyof ModelFacts]: ModelFacts[name] } = {
    capabilities: can,
    tierFactors,
  }
  for (const word of row.split(' ')) {
    const rest = word.slice(1)
    if (word.startsWith('c')) facts.contextTokens = Number(rest)
    else if (word.startsWith('o')) facts.maxOutputTokens = Number(rest)
    else if (word.startsWith('x')) facts.endsOn = rest
    else if (word.startsWith('$')) facts.rates = readRates(rest)
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

function readRates(text: string): Rates {
  const [input = 0, output = 0, cachedInput, cacheWrite] = text.split('/').map(Number)
  return { input, output, cachedInput, cacheWrite }
}
