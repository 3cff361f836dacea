import { AdapterParseError, ChatAdapter, JSONAdapter, signature } from '@ockham/core'
import { expect, expectTypeOf, test } from 'vitest'

const qa = signature('question -> answer, confidence: float')

test('an adapter formats messages and parses replies', () => {
  const messages = new ChatAdapter().format(qa, [], { question: 'why?' })
  expect(messages.map(({ role }) => role)).toEqual(['system', 'user'])
  expect(messages[1]?.content).toContain('[[ ## question ## ]]\nwhy?')
  const outputs = new JSONAdapter().parse(qa, '{"answer": "so", "confidence": "0.5"}')
  expectTypeOf(outputs).toEqualTypeOf<{ answer: string; confidence: number }>()
  expect(outputs).toEqual({ answer: 'so', confidence: 0.5 })
})

test('a reply that does not parse is an error with the field, the text and what was read', () => {
  const text = '[[ ## answer ## ]]\nso\n\n[[ ## confidence ## ]]\nI would rather not say'
  try {
    new ChatAdapter().parse(qa, text)
    expect.unreachable()
  } catch (error) {
    expect(AdapterParseError.is(error)).toBe(true)
    expect(error).toMatchObject({ field: 'confidence', text, partial: { answer: 'so' } })
  }
})
