import { evaluate, example, type Metric, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, expectTypeOf, test } from 'vitest'

type Row = { ticket: string; category: 'billing' | 'technical' }
const rows: Row[] = [
  { ticket: 'charged twice', category: 'billing' },
  { ticket: 'app crashes', category: 'technical' },
]

test('a devset and a metric give a score with its interval, rows and cost', async () => {
  const classify = new Predict("ticket -> category: 'billing' | 'technical'")
  classify.lm = new MockLM({ category: 'billing' }, { costUSD: 0.002 })
  const devset = rows.map((row) => example(row, { inputs: ['ticket'] }))
  expectTypeOf(devset[0]?.inputs()).toEqualTypeOf<{ ticket: string } | undefined>()
  const metric: Metric<Row, { category: string }> = (gold, pred) => gold.category === pred.category
  const result = await evaluate(classify, { devset, metric, concurrency: 16 })
  expect(result.score).toBe(0.5)
  expect(result.interval[0]).toBeLessThan(0.5)
  expect(result.interval[1]).toBeGreaterThan(0.5)
  expect(result.rows.map(({ score }) => score)).toEqual([1, 0])
  expectTypeOf(result.rows[0]?.prediction?.category).toEqualTypeOf<
    'billing' | 'technical' | undefined
  >()
  expect(result.costUSD).toBeCloseTo(0.004)
  expect(result.usage.calls).toBe(2)
  expect(result.durationMs).toBeGreaterThan(0)
})
