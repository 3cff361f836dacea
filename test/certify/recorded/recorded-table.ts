import { readFileSync } from 'node:fs'
import { OutcomeTable } from '@ockham/core/testing'

/** A table of `MODEL:answer` (0 when right, blank for none) and `MODEL:usd_micro`, a line an example. */
export function readTable(path: string) {
  return OutcomeTable.fromCSV(readFileSync(path, 'utf8'), {
    answer: '{model}:answer',
    cost: '{model}:usd_micro',
    costUnit: 'microdollar',
    label: { value: '0' },
  })
}

/** What an exhaustive evaluation finds of a model. */
export interface Truth {
  readonly model: string
  readonly meanScore: number
  /** Of all its examples together. */
  readonly costUSD: number
}

/** All models, cheapest first; throws where the table lacks a cost. */
export function truthsOf(table: ReturnType<typeof readTable>): Truth[] {
  return table
    .summary()
    .map(({ model, meanScore, costUSD }) => {
      if (costUSD === null) throw new Error(`The table lacks costs of ${model}.`)
      return { model, meanScore, costUSD }
    })
    .toSorted((one, other) => one.costUSD - other.costUSD)
}
