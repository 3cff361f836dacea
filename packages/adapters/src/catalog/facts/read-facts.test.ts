import { expect, test } from 'vitest'
import { readFacts } from './read-facts.ts'

test('a row tells limits, abilities, classes of service, the last day and prices by length', () => {
  expect(
    readFacts('c128000 o16384 +tj -v flex*0.5 x2027-01-31 $0.1/0.4//0.2 >200000$0.2/0.8//0.4'),
  ).toEqual({
    contextTokens: 128_000,
    maxOutputTokens: 16_384,
    capabilities: { tools: true, jsonSchema: true, vision: false },
    tierFactors: { flex: 0.5 },
    endsOn: '2027-01-31',
    rates: {
      input: { base: 0.1, tiers: [{ start: 200_000, price: 0.2 }] },
      output: { base: 0.4, tiers: [{ start: 200_000, price: 0.8 }] },
      cacheWrite: { base: 0.2, tiers: [{ start: 200_000, price: 0.4 }] },
    },
  })
})
