import { type LMMessage, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { toReplicatePrompt } from './to-replicate-prompt.ts'

test('one turn stands for itself, the instructions beside it', () => {
  const messages: LMMessage[] = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: [{ type: 'text', text: 'hi' }] },
  ]
  expect(toReplicatePrompt(messages)).toEqual({ prompt: 'hi', system_prompt: 'Be brief.' })
})

test('a talk shows who says what, and whose turn it is', () => {
  const messages: LMMessage[] = [
    { role: 'user', content: 'a' },
    { role: 'assistant', content: 'b' },
    { role: 'user', content: 'c' },
  ]
  expect(toReplicatePrompt(messages)).toEqual({
    prompt: 'User: a\n\nAssistant: b\n\nUser: c\n\nAssistant:',
  })
})

test('media and tool calls are refused', () => {
  const image = { type: 'image', url: 'https://example.org/a.png' } as const
  const call = { id: 'c', name: 'f', arguments: '{}' }
  const refused: LMMessage[][] = [
    [{ role: 'user', content: [image] }],
    [{ role: 'assistant', content: '', toolCalls: [call] }],
  ]
  for (const messages of refused) {
    expect(() => toReplicatePrompt(messages)).toThrow(UnsupportedFeatureError)
  }
})
