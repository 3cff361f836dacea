import { expect, test } from 'vitest'
import { InputError } from '../errors/input-error.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { majority } from './majority.ts'
import { Predict } from './predict.ts'

const answers = (...given: (string | null | undefined)[]) => given.map((answer) => ({ answer }))

test('the most common answer wins, and the first that gives it is returned', () => {
  const completions = answers('a dog', 'The cat.', 'cat')
  expect(majority(completions)).toBe(completions[1])
})

test('of equals the earliest answer wins', () => {
  expect(majority(answers('x', 'y', 'y', 'x'))).toEqual({ answer: 'x' })
})

test('what normalizes to nothing has no vote, unless nothing has', () => {
  expect(majority(answers('the', 'a!', undefined, null, 'x'))).toEqual({ answer: 'x' })
  expect(majority(answers('the', 'a!'))).toEqual({ answer: 'the' })
})

test('the last field is voted on, or the one that is named', () => {
  const completions = [
    { answer: 'x', sure: true },
    { answer: 'y', sure: false },
    { answer: 'y', sure: true },
  ]
  expect(majority(completions)).toBe(completions[0])
  expect(majority(completions, { field: 'answer' })).toBe(completions[1])
})

test('values that are no texts are compared as they are', () => {
  expect(majority([{ n: 1 }, { n: 2 }, { n: 2 }])).toEqual({ n: 2 })
  const people = [{ who: { a: 1, b: 2 } }, { who: { c: 3 } }, { who: { b: 2, a: 1 } }]
  expect(majority([...people].reverse())).toBe(people[2])
  expect(majority([{ n: 1 }, { n: '1' }, { n: '1' }])).toEqual({ n: '1' })
})

test('another way to normalize', () => {
  const completions = answers('apple', 'avocado', 'banana')
  expect(majority(completions, { normalize: (text) => text?.[0] })).toBe(completions[0])
  expect(majority(answers('a cat', 'cat', 'cat'), { normalize: (text) => text })).toEqual({
    answer: 'cat',
  })
})

test('the completions of one prediction vote too', async () => {
  let calls = 0
  const lm = new MockLM(() => `[[ ## answer ## ]]\n${['one', 'two', 'Two.'][calls++]}`)
  const prediction = await new Predict('question -> answer')({ question: 'q' }, { lm, n: 3 })
  const elected = majority(prediction)
  expect(elected).toEqual({ answer: 'two' })
  expect(elected.$meta).toBe(prediction.$meta)
  expect(majority(prediction.$meta.completions)).toEqual({ answer: 'two' })
})

test('predictions that vote keep what is known of them', async () => {
  const lm = new MockLM({ answer: 'x' })
  const ask = new Predict('question -> answer')
  const predictions = [await ask({ question: 'q' }, { lm }), await ask({ question: 'q' }, { lm })]
  expect(majority(predictions)).toBe(predictions[0])
})

test('no completion is an error', () => {
  expect(() => majority([])).toThrow(InputError)
})
