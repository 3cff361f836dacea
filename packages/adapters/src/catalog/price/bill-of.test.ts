import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billOf } from './bill-of.ts'
import type { BilledTokens } from './billed-tokens.ts'
import type { Rate, Rates } from './rates.ts'

const dollars = fc.double({ min: 0, max: 100, noNaN: true })
const tiered = fc
  .tuple(dollars, fc.array(fc.tuple(fc.nat(300_000), dollars), { maxLength: 3 }))
  .map(([base, steps]): Rate => {
    const starts = steps.map(([start]) => start).sort((a, b) => a - b)
    const prices = [base, ...steps.map(([, price]) => price)].sort((a, b) => a - b)
    const tiers = starts.map((start, at) => ({ start, price: prices[at + 1] ?? base }))
    return { base: prices[0] ?? base, tiers }
  })
const rate = fc.oneof(dollars, tiered)
const flat: fc.Arbitrary<Rates> = fc.record(
  {
    input: dollars,
    output: dollars,
    cachedInput: dollars,
    cacheWrite: dollars,
    longCacheWrite: dollars,
    reasoning: dollars,
    audioInput: dollars,
    audioOutput: dollars,
    request: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: ['input', 'output'] },
)
const withTiers = fc.record({ input: rate, output: rate })
const count = fc.nat(400_000)
const tokens = fc
  .record({
    uncached: count,
    cachedInputTokens: count,
    cacheWriteTokens: count,
    longCacheWriteTokens: count,
    outputTokens: count,
    reasoningTokens: count,
    audioInputTokens: count,
    audioOutputTokens: count,
  })
  .map(({ uncached, ...rest }): BilledTokens => {
    const cache = (rest.cachedInputTokens ?? 0) + (rest.cacheWriteTokens ?? 0)
    return { ...rest, inputTokens: uncached + cache }
  })

function total(rates: Rates, of: BilledTokens): number {
  const bill = billOf(rates, of)
  if (!bill) throw new Error('these counts are possible')
  return bill.total
}

test('the parts add up to the total and none is below zero', () => {
  fc.assert(
    fc.property(fc.oneof(flat, withTiers), tokens, (rates, of) => {
      const { total: sum, ...parts } = billOf(rates, of) ?? { total: Number.NaN }
      expect(Object.values(parts).every((part) => part >= 0)).toBe(true)
      expect(sum).toBeCloseTo(
        Object.values(parts).reduce((all, part) => all + part, 0),
        9,
      )
    }),
  )
})

test('another token of any kind makes a bill no cheaper', () => {
  fc.assert(
    fc.property(fc.oneof(flat, withTiers), tokens, fc.nat(1000), (rates, of, more) => {
      const outputTokens = of.outputTokens + more
      expectNoCheaper(rates, of, { ...of, outputTokens })
      // Sound is billed as such as long as there are uncached tokens it may be, which is another matter.
      const { audioInputTokens: _, longCacheWriteTokens: _1, ...silent } = of
      const longer = { ...silent, inputTokens: silent.inputTokens + more }
      const { cachedInputTokens = 0, cacheWriteTokens = 0 } = silent
      expectNoCheaper(rates, silent, longer)
      expectNoCheaper(rates, silent, { ...longer, cachedInputTokens: cachedInputTokens + more })
      expectNoCheaper(rates, silent, { ...longer, cacheWriteTokens: cacheWriteTokens + more })
    }),
  )
})

function expectNoCheaper(rates: Rates, less: BilledTokens, more: BilledTokens): void {
  expect(total(rates, more)).toBeGreaterThanOrEqual(total(rates, less) - 1e-9)
}

test('what a cache held is no dearer than what it did not', () => {
  const fair = flat.map((rates): Rates => {
    const cachedInput = Math.min(Number(rates.cachedInput ?? 0), Number(rates.input))
    return { ...rates, cachedInput }
  })
  fc.assert(
    fc.property(fair, tokens, (rates, { cachedInputTokens: _, audioInputTokens: _1, ...of }) => {
      const cachedInputTokens = of.inputTokens - (of.cacheWriteTokens ?? 0)
      expect(total(rates, { ...of, cachedInputTokens })).toBeLessThanOrEqual(
        total(rates, of) + 1e-9,
      )
    }),
  )
})
