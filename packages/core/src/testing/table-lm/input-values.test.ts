import { expect, test } from 'vitest'
import type { Adapter } from '../../prompt/adapter.ts'
import { BAMLAdapter } from '../../prompt/baml/baml-adapter.ts'
import { ChatAdapter } from '../../prompt/chat/chat-adapter.ts'
import { JSONAdapter } from '../../prompt/json/json-adapter.ts'
import { TwoStepAdapter } from '../../prompt/two-step/two-step-adapter.ts'
import { XMLAdapter } from '../../prompt/xml/xml-adapter.ts'
import { signature } from '../../signature/define-signature.ts'
import { MockLM } from '../mock-lm.ts'
import { inputValues } from './input-values.ts'
import { lastText } from './last-text.ts'

const adapters: [name: string, adapter: Adapter][] = [
  new ChatAdapter(),
  new JSONAdapter(),
  new XMLAdapter(),
  new BAMLAdapter(),
  new TwoStepAdapter({ lm: new MockLM({}) }),
].map((adapter) => [adapter.name, adapter])
const asked = signature('id: int, question -> reasoning, answer')

test.each(adapters)('the inputs are read back from the prompt of %s', (_name, adapter) => {
  const question = 'Is <b>\n1 < 2</b>?\n\nRespond with care & in full.'
  const demos = [{ id: 3, question: 'Another?', reasoning: 'None.', answer: 'no' }]
  const messages = adapter.format(asked, demos, { id: 12, question })
  expect([...inputValues(lastText(messages, 'user'))]).toEqual([
    ['id', '12'],
    ['question', question],
  ])
})

test('a message in parts is read by its texts', () => {
  const text = '[[ ## id ## ]]\n12'
  const content = [
    { type: 'image' as const, url: 'https://example.com/a.png' },
    { type: 'text' as const, text },
  ]
  const messages = [
    { role: 'user' as const, content },
    { role: 'assistant' as const, content: 'Well.' },
  ]
  expect([...inputValues(lastText(messages, 'user'))]).toEqual([['id', '12']])
  expect(lastText(messages, 'system')).toBe('')
})

test.each(['q1', '', 'What is 1 + 1?\nSay so.'])('the plain text %j has no inputs', (text) => {
  expect(inputValues(text).size).toBe(0)
})
