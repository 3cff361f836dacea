import { expectTypeOf, test } from 'vitest'
import { example } from '../example/example.ts'
import type { Prediction } from '../example/prediction.ts'
import type { BatchResult } from '../module/batch/batch-result.ts'
import { parallel } from './parallel.ts'
import { Predict } from './predict.ts'

const ask = new Predict('question -> answer')
const count = new Predict('text -> size: int')

test('each result has the outputs of its program', async () => {
  const results = await parallel([
    [ask, { question: 'q' }],
    [count, { text: 't' }, { temperature: 0 }],
  ])
  expectTypeOf(results[0]).toEqualTypeOf<BatchResult<{ answer: string }>>()
  expectTypeOf(results[1]).toEqualTypeOf<BatchResult<{ size: number }>>()
  if (results[1].ok)
    expectTypeOf(results[1].prediction).toEqualTypeOf<Prediction<{ size: number }>>()
  else expectTypeOf(results[1].error).toBeUnknown()
})

test('a list of pairs gives a list of results', async () => {
  const results = await parallel(['a', 'b'].map((question) => [ask, { question }] as const))
  expectTypeOf(results).toEqualTypeOf<BatchResult<{ answer: string }>[]>()
})

test('a batch takes inputs and examples', async () => {
  const row = example({ question: 'q', answer: 'a' }, { inputs: ['question'] })
  const results = await ask.batch([row, { question: 'q' }], { concurrency: 2 })
  expectTypeOf(results).toEqualTypeOf<BatchResult<{ answer: string }>[]>()
})

test('wrong uses do not compile', async () => {
  // @ts-expect-error inputs of another program
  parallel([[ask, { text: 't' }]])
  // @ts-expect-error an input of the wrong type
  ask.batch([{ question: 3 }])
  // @ts-expect-error an example of other inputs
  ask.batch([example({ text: 'q' }, { inputs: ['text'] })])
  const [result] = await parallel([[ask, { question: 'q' }]])
  // @ts-expect-error whether it is a prediction has to be asked first
  result.prediction
})
