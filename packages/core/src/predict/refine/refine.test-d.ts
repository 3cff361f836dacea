import { expectTypeOf, test } from 'vitest'
import type { Prediction } from '../../example/prediction.ts'
import { Predict } from '../predict.ts'
import { Refine } from './refine.ts'

test('Refine has the inputs and outputs of the module inside', () => {
  const refine = new Refine(new Predict("text -> label: 'a' | 'b'"), {
    n: 3,
    threshold: 1,
    rewardFn: ({ text }, { label }) => {
      expectTypeOf(label).toEqualTypeOf<'a' | 'b'>()
      return text === label
    },
  })
  expectTypeOf(refine).parameter(0).toEqualTypeOf<{ text: string }>()
  expectTypeOf(refine).returns.toEqualTypeOf<Promise<Prediction<{ label: 'a' | 'b' }>>>()
})

test('wrong uses do not compile', () => {
  const qa = new Predict('q -> a')
  const options = { n: 2, threshold: 1, rewardFn: () => 1 }
  // @ts-expect-error an adviser that is a name
  new Refine(qa, { ...options, adviceLM: 'openai/gpt-4o-mini' })
  // @ts-expect-error runs follow each other, so there is no concurrency
  new Refine(qa, { ...options, concurrency: 2 })
  // @ts-expect-error an output that does not exist
  new Refine(qa, options)({ q: 'x' }).then(({ b }) => b)
})
