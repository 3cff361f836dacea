import { describe, expect, it } from 'vitest'
import { selectionReport } from './__fixtures__/selection-report.ts'
import { spendText } from './spend-text.ts'

describe('spendText', () => {
  it('says what part of an exhaustive search it was', () => {
    expect(spendText(selectionReport({ calls: 1, costUSD: 2.5, exhaustiveCostUSD: 1000 }))).toBe(
      '1 LM call was made for $2.50: 0.25 % of the $1,000.00 that running all 1,000 examples on each of the 3 candidates would have cost.',
    )
  })

  it.each([
    [null, null, 'made, at a price that is not known; what running all'],
    [0.5, null, 'made for $0.50; what running all'],
    [null, 2, 'made, at a price that is not known, instead of the $2.00 that'],
    [0, 0, 'made for $0.00, instead of the $0.00 that'],
  ])('says what is not known: %s of %s', (costUSD, exhaustiveCostUSD, expected) => {
    expect(spendText(selectionReport({ costUSD, exhaustiveCostUSD }))).toContain(expected)
  })
})
