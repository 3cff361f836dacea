import { type InferInputs, type InferOutputs, SignatureError, signature } from '@ockham/core'
import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'

test('a string signature is typed as it says', () => {
  const qa = signature('question, context: list[str] -> answer, confidence: float')
  expectTypeOf<InferInputs<typeof qa>>().toEqualTypeOf<{ question: string; context: string[] }>()
  expectTypeOf<InferOutputs<typeof qa>>().toEqualTypeOf<{ answer: string; confidence: number }>()
  expect(Object.keys(qa.inputs)).toEqual(['question', 'context'])
  expect(Object.keys(qa.outputs)).toEqual(['answer', 'confidence'])
})

test('DSPy’s spelling and TypeScript’s are one signature', () => {
  const dspy = signature("ticket -> category: Literal['billing', 'technical'], urgent: bool")
  const ts = signature("ticket -> category: 'billing' | 'technical', urgent: boolean")
  expectTypeOf<InferOutputs<typeof dspy>>().toEqualTypeOf<InferOutputs<typeof ts>>()
  expectTypeOf<InferOutputs<typeof ts>>().toEqualTypeOf<{
    category: 'billing' | 'technical'
    urgent: boolean
  }>()
  expect(dspy.outputs).toEqual(ts.outputs)
})

test('named types come from zod, descriptions from the options', () => {
  const people = signature('text -> people: list[Person], note: Optional[str]', {
    types: { Person: z.object({ name: z.string(), age: z.number().int() }) },
    instructions: 'Find every person in the text.',
    fields: { text: { description: 'an article' } },
  })
  expectTypeOf<InferOutputs<typeof people>>().toEqualTypeOf<{
    people: { name: string; age: number }[]
    note: string | null
  }>()
  expect(people.instructions).toBe('Find every person in the text.')
  expect(people.inputs.text.description).toBe('an article')
})

test('a signature can be written with schemas alone', () => {
  const label = signature({
    instructions: 'Label it.',
    inputs: { text: z.string().describe('an article') },
    outputs: { label: z.enum(['a', 'b']) },
  })
  expectTypeOf<InferInputs<typeof label>>().toEqualTypeOf<{ text: string }>()
  expectTypeOf<InferOutputs<typeof label>>().toEqualTypeOf<{ label: 'a' | 'b' }>()
  expect(label.inputs.text.description).toBe('an article')
})

test('every edit gives a new signature with new types', () => {
  const base = signature('question -> answer')
  const edited = base
    .withInstructions('Be brief.')
    .prepend('reasoning', { type: 'str', description: 'why' })
    .append('score', z.number())
    .insert(0, 'context', { side: 'input', type: 'list[str]' })
    .withField('answer', { description: 'one word' })
  expectTypeOf<InferInputs<typeof edited>>().toEqualTypeOf<{
    question: string
    context: string[]
  }>()
  expectTypeOf<InferOutputs<typeof edited>>().toEqualTypeOf<{
    answer: string
    reasoning: string
    score: number
  }>()
  expect(Object.keys(edited.inputs)).toEqual(['context', 'question'])
  expect(Object.keys(edited.outputs)).toEqual(['reasoning', 'answer', 'score'])
  expect(edited.instructions).toBe('Be brief.')
  expect(edited.outputs.answer.description).toBe('one word')

  const without = edited.delete('reasoning').delete('never there')
  expectTypeOf<InferOutputs<typeof without>>().toEqualTypeOf<{ answer: string; score: number }>()
  expect(Object.keys(base.outputs)).toEqual(['answer'])
  expect(base.instructions).toBe('Given the fields `question`, produce the fields `answer`.')
})

test('a signature that does not parse is an error at compile time and at run time', () => {
  // @ts-expect-error the type `strng` is not known
  expect(() => signature('a: strng -> b')).toThrow(SignatureError)
  const text: string = 'a: strng -> b'
  expect(() => signature(text)).toThrow(/strng/)
})
