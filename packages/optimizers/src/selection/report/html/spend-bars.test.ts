import { describe, expect, it } from 'vitest'
import { selectionReport } from '../__fixtures__/selection-report.ts'
import { spendBars } from './spend-bars.ts'

const widths = (svg: string): number[] =>
  [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))

describe('spendBars', () => {
  it('has bars as long as the costs, and the share', () => {
    const svg = spendBars(selectionReport({ costUSD: 2, exhaustiveCostUSD: 8 }))
    const [spent = 0, whole = 0] = widths(svg)
    expect(spent / whole).toBeCloseTo(0.25)
    expect(svg).toContain('$2.00, 25 % of the search')
  })

  it('can show a selection that cost more than the search, as a metric that asks LMs makes it', () => {
    const [spent = 0, whole = 0] = widths(
      spendBars(selectionReport({ costUSD: 8, exhaustiveCostUSD: 2 })),
    )
    expect(spent / whole).toBeCloseTo(4)
  })

  it.each([
    [null, 8],
    [8, null],
    [0, 0],
  ])('is a sentence where there is nothing to compare: %s of %s', (costUSD, exhaustiveCostUSD) => {
    const html = spendBars(selectionReport({ costUSD, exhaustiveCostUSD }))
    expect(html).not.toContain('<svg')
    expect(html).toContain('<p>177 LM calls were made')
  })
})
