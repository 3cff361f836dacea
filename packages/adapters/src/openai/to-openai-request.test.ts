import type { LMConfig, LMContentPart, LMMessage } from '@ockham/core'
import { UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { toOpenAIRequest } from './to-openai-request.ts'

const dialect = { asksStreamUsage: true, hasReasoningModels: true }
const messages: LMMessage[] = [{ role: 'user', content: 'hi' }]

function body(config: LMConfig, model = 'gpt-4o-mini', list: LMMessage[] = messages): object {
  return toOpenAIRequest({ model, messages: list, config, streamed: false }, dialect)
}

test('every setting has its place in the body, and extra fields pass through', () => {
  const schema = { type: 'object' }
  const config: LMConfig = {
    temperature: 0.5,
    maxTokens: 10,
    topP: 0.9,
    stop: ['END'],
    n: 2,
    seed: 1,
    logprobs: 3,
    responseFormat: { type: 'json_schema', name: 'out', schema, strict: true },
    tools: [{ name: 'add', description: 'adds', parameters: schema }],
    toolChoice: { name: 'add' },
    rolloutId: 5,
    extra: { service_tier: 'flex' },
  }
  expect(body(config)).toEqual({
    model: 'gpt-4o-mini',
    messages,
    temperature: 0.5,
    max_tokens: 10,
    top_p: 0.9,
    stop: ['END'],
    n: 2,
    seed: 1,
    logprobs: true,
    top_logprobs: 3,
    response_format: { type: 'json_schema', json_schema: { name: 'out', schema, strict: true } },
    tools: [
      { type: 'function', function: { name: 'add', description: 'adds', parameters: schema } },
    ],
    tool_choice: { type: 'function', function: { name: 'add' } },
    service_tier: 'flex',
  })
})

test.for(['o3-mini', 'gpt-5-mini', 'gpt-5.1', 'ft:o4-mini:acme'])(
  'the reasoning model %s gets its own name for the limit and no temperature',
  (model) => {
    expect(body({ temperature: 0, maxTokens: 10, reasoningEffort: 'low' }, model)).toEqual({
      model,
      messages,
      max_completion_tokens: 10,
      reasoning_effort: 'low',
    })
  },
)

test.for(['gpt-5-chat-latest', 'gpt-4.1'])('%s takes the usual settings', (model) => {
  expect(body({ temperature: 0, maxTokens: 1 }, model)).toMatchObject({
    temperature: 0,
    max_tokens: 1,
  })
})

test('roles, media and tool calls are put in the words of OpenAI', () => {
  const list: LMMessage[] = [
    { role: 'system', content: [{ type: 'text', text: 'Be brief.' }] },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'See' },
        { type: 'image', url: 'https://x.test/a.png' },
        { type: 'audio', data: 'QQ==', format: 'wav' },
        { type: 'file', data: 'data:application/pdf;base64,QQ==', filename: 'a.pdf' },
        { type: 'document', data: 'Words.', mediaType: 'text/plain', title: 'T' },
        { type: 'document', data: 'QQ==', mediaType: 'application/pdf' },
      ],
    },
    { role: 'assistant', content: '', toolCalls: [{ id: 'c', name: 'add', arguments: '{}' }] },
    { role: 'tool', content: '3', toolCallId: 'c' },
  ]
  expect(body({}, 'gpt-4o-mini', list)).toMatchObject({
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'See' },
          { type: 'image_url', image_url: { url: 'https://x.test/a.png' } },
          { type: 'input_audio', input_audio: { data: 'QQ==', format: 'wav' } },
          {
            type: 'file',
            file: { file_data: 'data:application/pdf;base64,QQ==', filename: 'a.pdf' },
          },
          { type: 'text', text: 'T\n\nWords.' },
          {
            type: 'file',
            file: { file_data: 'data:application/pdf;base64,QQ==', filename: 'document' },
          },
        ],
      },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'add', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'c', content: '3' },
    ],
  })
})

test('a file always has a name and a type', () => {
  const content: LMContentPart[] = [
    { type: 'file', data: 'QQ==', filename: 'a.pdf' },
    { type: 'file', data: 'data:text/plain;base64,QQ==' },
    { type: 'file', fileId: 'file-1' },
  ]
  const file = [
    { file_data: 'data:application/pdf;base64,QQ==', filename: 'a.pdf' },
    { file_data: 'data:text/plain;base64,QQ==', filename: 'file' },
    { file_id: 'file-1' },
  ]
  expect(body({}, 'gpt-4o-mini', [{ role: 'user', content }])).toMatchObject({
    messages: [{ content: file.map((one) => ({ type: 'file', file: one })) }],
  })
})

test('media outside a user message is refused before any call', () => {
  const list: LMMessage[] = [{ role: 'system', content: [{ type: 'image', url: 'x' }] }]
  expect(() => body({}, 'gpt-4o-mini', list)).toThrow(UnsupportedFeatureError)
})
