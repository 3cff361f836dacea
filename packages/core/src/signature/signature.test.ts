import { expect, test } from 'vitest'
import { makeSignature } from './make-signature.ts'

const qa = makeSignature('question, context -> answer, score: float')

test('instructions taken away bring the default back', () => {
  const told = qa.withInstructions('Be brief.')
  expect(told.instructions).toBe('Be brief.')
  expect(told.withInstructions('').instructions).toBe(
    'Given the fields `question`, `context`, produce the fields `answer`, `score`.',
  )
})

test('instructions of nothing but spaces are none, until a field is added', () => {
  const bare = qa.withInstructions('   ')
  expect(bare.instructions).toBe('')
  expect(bare.prepend('reasoning', 'str').instructions).toBe(
    'Given the fields `question`, `context`, produce the fields `reasoning`, `answer`, `score`.',
  )
})

test('a field that is added leaves the instructions as they are', () => {
  expect(qa.append('why', 'str').instructions).toBe(qa.instructions)
})

test.each([
  [0, ['why', 'answer', 'score']],
  [1, ['answer', 'why', 'score']],
  [-1, ['answer', 'score', 'why']],
  [-3, ['why', 'answer', 'score']],
])(
  'at %i a field is inserted from the front or, counting down, from behind the last',
  (at, names) => {
    expect(qa.insert(at, 'why', 'str').outputFields.map(({ name }) => name)).toEqual(names)
  },
)

test.each([3, -4])('there is no place %i among two fields', (at) => {
  expect(() => qa.insert(at, 'why', 'str')).toThrow(/Cannot insert `why` at .*2 output fields/)
})

test('a name that is not there is deleted without effect', () => {
  expect(qa.delete('other').outputFields).toEqual(qa.outputFields)
})

test('a saved state may say less than the program, and what it says is taken', () => {
  const described = qa.describe('answer', { description: 'one word' })
  const restored = described.restored('', new Map([['score', 'in [0, 1]']]))
  expect(restored.instructions).toBe('')
  expect(restored.outputFields.map(({ description }) => description)).toEqual([
    undefined,
    'in [0, 1]',
  ])
})
