import { describe, expect, it } from 'vitest'
import {
  candidateReport,
  referenceReport,
  selectionReport,
} from './__fixtures__/selection-report.ts'
import { priceBase } from './price-base.ts'

describe('priceBase', () => {
  it('is the price of the reference, even where others cost more', () => {
    const { candidates } = referenceReport()
    const dear = candidateReport({ model: 'test/dear', costPerExampleUSD: 5 })
    expect(priceBase(referenceReport({ candidates: [...candidates, dear] }))).toEqual({
      of: 'reference',
      costPerExampleUSD: 0.01,
    })
  })

  it('is that of the dearest candidate where there is no reference', () => {
    expect(priceBase(selectionReport())).toEqual({ of: 'dearest', costPerExampleUSD: 0.01 })
  })

  it.each([null, 0])('is nothing where that price is %s', (costPerExampleUSD) => {
    const candidates = [candidateReport({ costPerExampleUSD })]
    expect(priceBase(selectionReport({ candidates }))).toBeUndefined()
    const large = candidateReport({ model: 'test/large', costPerExampleUSD })
    expect(priceBase(referenceReport({ candidates: [large] }))).toBeUndefined()
  })
})
