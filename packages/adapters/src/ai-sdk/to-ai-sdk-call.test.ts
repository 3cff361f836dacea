import { type LMRequest, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'
import { modelOf } from './__fixtures__/model-of.ts'

test('the call options say all that the request does', async () => {
  const model = modelOf([], { specificationVersion: 'v4', provider: 'lab.chat' })
  const request: LMRequest = {
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'See' },
          { type: 'image', url: 'https://x.test/a.png' },
          { type: 'image', url: 'data:image/png;base64,QQ==' },
        ],
      },
      {
        role: 'assistant',
        content: '',
        toolCalls: [{ id: 'c', name: 'add', arguments: '{"a":1}' }],
      },
      { role: 'tool', content: '3', toolCallId: 'c' },
    ],
    config: {
      maxTokens: 9,
      topP: 0.5,
      stop: ['END'],
      seed: 1,
      reasoningEffort: 'low',
      responseFormat: { type: 'json_schema', name: 'out', schema: { type: 'object' } },
      tools: [{ name: 'add', parameters: { type: 'object' } }],
      toolChoice: { name: 'add' },
      extra: { topK: 4 },
    },
  }
  await lm(model, { temperature: 0, headers: { 'x-team': 'blue' } }).generate(request)
  expect(model.calls[0]).toMatchObject({
    prompt: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'See' },
          {
            type: 'file',
            mediaType: 'image',
            data: { type: 'url', url: new URL('https://x.test/a.png') },
          },
          { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'QQ==' } },
        ],
      },
      {
        role: 'assistant',
        content: [{ type: 'tool-call', toolCallId: 'c', toolName: 'add', input: { a: 1 } }],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'c',
            toolName: 'add',
            output: { type: 'text', value: '3' },
          },
        ],
      },
    ],
    temperature: 0,
    maxOutputTokens: 9,
    topP: 0.5,
    stopSequences: ['END'],
    seed: 1,
    reasoning: 'low',
    responseFormat: { type: 'json', name: 'out', schema: { type: 'object' } },
    tools: [{ type: 'function', name: 'add', inputSchema: { type: 'object' } }],
    toolChoice: { type: 'tool', toolName: 'add' },
    topK: 4,
    headers: { 'x-team': 'blue' },
  })
})

test('requests that differ only in an address of an image have their own fingerprints', () => {
  const model = lm(modelOf([]))
  const prints = ['https://x.test/a.png', 'https://x.test/b.png'].map((url) =>
    JSON.stringify(
      model.fingerprint?.({ messages: [{ role: 'user', content: [{ type: 'image', url }] }] }),
    ),
  )
  expect(prints[0]).toContain('x.test/a.png')
  expect(prints[0]).not.toBe(prints[1])
})

test('what has no place in the AI SDK is refused before any call', async () => {
  const model = modelOf([])
  expect(await caught(lm(model, { n: 2 }).generate(hello))).toBeInstanceOf(UnsupportedFeatureError)
  const file: LMRequest = { messages: [{ role: 'user', content: [{ type: 'file', fileId: 'f' }] }] }
  expect(await caught(lm(model).generate(file))).toBeInstanceOf(UnsupportedFeatureError)
  expect(model.calls).toEqual([])
})
