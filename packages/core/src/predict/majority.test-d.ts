import { expectTypeOf, test } from 'vitest'
import type { Prediction } from '../example/prediction.ts'
import { majority } from './majority.ts'
import { Predict } from './predict.ts'

const predict = new Predict("q -> label: 'a' | 'b', size: int")

test('the winner has the type of what was voted on', async () => {
  const prediction = await predict({ q: 'x' })
  type Outputs = { label: 'a' | 'b'; size: number }
  expectTypeOf(majority(prediction)).toEqualTypeOf<Prediction<Outputs>>()
  expectTypeOf(majority([prediction, prediction])).toEqualTypeOf<Prediction<Outputs>>()
  expectTypeOf(majority([{ n: 1 }])).toEqualTypeOf<{ n: number }>()
})

test('the field that is named has its type where it is normalized', async () => {
  const prediction = await predict({ q: 'x' })
  majority(prediction, { field: 'size', normalize: (size) => size.toFixed(1) })
  majority([prediction], { field: 'label', normalize: (label) => label.length })
})

test('wrong uses do not compile', async () => {
  const prediction = await predict({ q: 'x' })
  // @ts-expect-error a field that does not exist
  majority(prediction, { field: 'other' })
  // @ts-expect-error a field of another type
  majority([prediction], { field: 'size', normalize: (size: string) => size })
  // @ts-expect-error nothing to vote on
  majority(3)
})
