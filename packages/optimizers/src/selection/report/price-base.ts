import type { SelectionReport } from '../selection-report.ts'

/** The price that the others are a part of. */
export interface PriceBase {
  readonly of: 'reference' | 'dearest'
  /** US dollars, above 0. */
  readonly costPerExampleUSD: number
}

/** The price of the reference, or where there is none that of the dearest candidate; undefined where it is not known. */
export function priceBase({ candidates, reference }: SelectionReport): PriceBase | undefined {
  const compared = candidates.filter(({ model }) => reference === undefined || model === reference)
  const prices = compared.flatMap(({ costPerExampleUSD }) => costPerExampleUSD ?? [])
  const costPerExampleUSD = Math.max(0, ...prices)
  if (costPerExampleUSD === 0) return undefined
  return { of: reference === undefined ? 'dearest' : 'reference', costPerExampleUSD }
}
