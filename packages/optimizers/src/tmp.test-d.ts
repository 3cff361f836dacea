import type { Metric } from '@ockham/core'
import { ChainOfThought, example, type Module, Predict, type WithInputs } from '@ockham/core'
import { expectTypeOf, test } from 'vitest'
import type { Optimizer } from './optimizer.ts'

declare function make<Gold extends object = object, Outputs extends object = object>(o: {
  metric: Metric<Gold, Outputs>
}): Optimizer<Gold, Outputs, { n: number }, number>
declare function bare<Gold extends object = object, Outputs extends object = object>(o?: {
  metric?: Metric<Gold, Outputs>
}): Optimizer<Gold, Outputs, { n: number }, number>
test('t', async () => {
  const classify = new Predict("ticket -> category: 'billing' | 'technical', urgent: bool")
  const rows = [{ ticket: 'x', category: 'billing', urgent: true }]
  const trainset = rows.map((row) => example(row, { inputs: ['ticket'] }))
  const metric = (gold: { category: string }, pred: { category: string }) =>
    gold.category === pred.category
  const a = await make({ metric }).compile(classify, { trainset })
  expectTypeOf(a.program).toEqualTypeOf(classify)
  const b = await bare().compile(classify, { trainset })
  expectTypeOf(b.program).toEqualTypeOf(classify)
  const c = await bare({}).compile(new ChainOfThought('ticket -> category'), {
    trainset,
    teacher: new ChainOfThought('ticket -> category'),
  })
  // @ts-expect-error the examples lack the program's input
  await make({ metric }).compile(classify, {
    trainset: [example({ x: 1, category: 'a' }, { inputs: ['x'] })],
  })
  // @ts-expect-error the program lacks the output that the metric reads
  await make({ metric }).compile(new Predict('ticket -> label'), { trainset })
})
