import { expectTypeOf, test } from 'vitest'
import type { Prediction } from '../../example/prediction.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { Predict } from '../predict.ts'
import { BestOfN } from './best-of-n.ts'

test('BestOfN has the inputs and outputs of the module inside', () => {
  const best = new BestOfN(new ChainOfThought('question -> size: int'), {
    n: 3,
    threshold: 1,
    rewardFn: (inputs, prediction) => {
      expectTypeOf(inputs).toEqualTypeOf<{ question: string }>()
      expectTypeOf(prediction.size).toEqualTypeOf<number>()
      return prediction.size
    },
  })
  expectTypeOf(best).parameter(0).toEqualTypeOf<{ question: string }>()
  type Outputs = { reasoning: string } & { size: number }
  expectTypeOf(best).returns.toEqualTypeOf<Promise<Prediction<Outputs>>>()
  expectTypeOf(best.copy()).toEqualTypeOf<typeof best>()
  expectTypeOf(best.module.predict.demos).items.toBeObject()
})

test('BestOfN of BestOfN is a module too', () => {
  const inner = new BestOfN(new Predict('q -> a'), { n: 2, threshold: 1, rewardFn: () => 1 })
  const outer = new BestOfN(inner, { n: 2, threshold: 1, rewardFn: async (_, { a }) => a === 'x' })
  expectTypeOf(outer).returns.toEqualTypeOf<Promise<Prediction<{ a: string }>>>()
})

test('wrong uses do not compile', () => {
  const qa = new Predict('q -> a')
  const options = { n: 2, threshold: 1 }
  // @ts-expect-error a reward is needed
  new BestOfN(qa, options)
  // @ts-expect-error a field that the prediction does not have
  new BestOfN(qa, { ...options, rewardFn: (_, { b }) => b })
  // @ts-expect-error a reward that is a text
  new BestOfN(qa, { ...options, rewardFn: () => 'good' })
  // @ts-expect-error an input that does not exist
  new BestOfN(qa, { ...options, rewardFn: () => 1 })({ p: 'x' })
  // @ts-expect-error a function is no module
  new BestOfN(async () => ({ a: 'x' }), { ...options, rewardFn: () => 1 })
})
