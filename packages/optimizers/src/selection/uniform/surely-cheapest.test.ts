import { Predict } from '@ockham/core'
import { OutcomeTable } from '@ockham/core/testing'
import { expect, it } from 'vitest'
import { CheapestAdequate } from '../cheapest-adequate.ts'

const columns = { score: '{model}', cost: '{model} $' } as const
const program = new Predict('example -> answer')

async function evaluated(rows: Record<string, unknown>[], floor: number) {
  const table = OutcomeTable.fromRows(rows, columns)
  const { metric } = table
  const optimizer = new CheapestAdequate({ metric, models: table.lms(), floor })
  const { report } = await optimizer.compile(program, { devset: table.devset() })
  return {
    chosen: report.chosen,
    evaluated: report.candidates.map(({ model, evaluated }) => [model, evaluated]),
  }
}

it('compares prices that are close on more examples, so that the order is not that of a few', async () => {
  // The costs of both vary tenfold, and with each other; those of one are a tenth lower.
  const rows = Array.from({ length: 400 }, (_, example) => {
    const length = 1 + ((example * 37) % 10)
    return {
      example,
      near: true,
      'near $': 1.1 * length,
      low: true,
      'low $': length + (example % 3) / 50,
    }
  })
  const { chosen } = await evaluated(rows, 0.5)
  expect(chosen).toBe('low')
})

it('runs no further example on what is clearly dearer, or costs the same always', async () => {
  const rows = Array.from({ length: 400 }, (_, example) => ({
    example,
    one: true,
    'one $': 0,
    other: true,
    'other $': 0,
    dear: true,
    'dear $': 5 + (example % 3),
  }))
  expect((await evaluated(rows, 0.5)).evaluated.slice(1)).toEqual([
    ['other', 5],
    ['dear', 5],
  ])
})
