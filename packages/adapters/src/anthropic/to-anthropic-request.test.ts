import type { LMConfig, LMMessage } from '@ockham/core'
import { expect, test } from 'vitest'
import { toAnthropicRequest } from './to-anthropic-request.ts'

const messages: LMMessage[] = [{ role: 'user', content: 'hi' }]

function body(config: LMConfig, model = 'claude-haiku-4-5', list: LMMessage[] = messages): object {
  return toAnthropicRequest({ model, messages: list, config, streamed: true })
}

test('system messages stand apart and neighbours of one role become one turn', () => {
  const list: LMMessage[] = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'One.' },
    { role: 'user', content: [{ type: 'text', text: 'Two.' }] },
    { role: 'assistant', content: '', toolCalls: [{ id: 'c', name: 'add', arguments: '{"a":1}' }] },
    { role: 'tool', content: '3', toolCallId: 'c' },
    { role: 'user', content: 'And?' },
    { role: 'system', content: 'Really brief.' },
  ]
  expect(body({}, 'claude-haiku-4-5', list)).toEqual({
    model: 'claude-haiku-4-5',
    max_tokens: 4096,
    stream: true,
    system: 'Be brief.\n\nReally brief.',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'One.' },
          { type: 'text', text: 'Two.' },
        ],
      },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'c', name: 'add', input: { a: 1 } }] },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'c', content: '3' },
          { type: 'text', text: 'And?' },
        ],
      },
    ],
  })
})

test('images and documents become blocks with a source', () => {
  const list: LMMessage[] = [
    {
      role: 'user',
      content: [
        { type: 'image', url: 'data:image/png;base64,QQ==' },
        { type: 'image', url: 'https://x.test/a.png' },
        { type: 'file', data: 'data:application/pdf;base64,QQ==', filename: 'a.pdf' },
        { type: 'file', data: 'data:text/plain;base64,SGk=' },
        { type: 'document', data: 'Words.', mediaType: 'text/plain', title: 'T' },
        { type: 'document', data: 'QQ==', mediaType: 'application/pdf' },
      ],
    },
  ]
  expect(body({}, 'claude-haiku-4-5', list)).toMatchObject({
    messages: [
      {
        content: [
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'QQ==' } },
          { type: 'image', source: { type: 'url', url: 'https://x.test/a.png' } },
          {
            source: { type: 'base64', media_type: 'application/pdf', data: 'QQ==' },
            title: 'a.pdf',
          },
          { source: { type: 'text', media_type: 'text/plain', data: 'Hi' } },
          { source: { type: 'text', media_type: 'text/plain', data: 'Words.' }, title: 'T' },
          { source: { type: 'base64', media_type: 'application/pdf', data: 'QQ==' } },
        ],
      },
    ],
  })
})

test('tools, schema, stop and extra fields have their places', () => {
  const schema = { type: 'object', properties: {} }
  const config: LMConfig = {
    maxTokens: 9,
    stop: ['END'],
    seed: 1,
    rolloutId: 2,
    tools: [{ name: 'add', parameters: schema }],
    toolChoice: 'required',
    responseFormat: { type: 'json_schema', name: 'out', schema },
    extra: { metadata: { user_id: 'u' } },
  }
  expect(body(config)).toEqual({
    model: 'claude-haiku-4-5',
    messages: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }],
    stream: true,
    max_tokens: 9,
    stop_sequences: ['END'],
    tools: [{ name: 'add', input_schema: schema }],
    tool_choice: { type: 'any' },
    output_config: { format: { type: 'json_schema', schema } },
    metadata: { user_id: 'u' },
  })
})

test('models up to 4.6 get the temperature, and later ones do not', () => {
  const config = { temperature: 0, topP: 0.5 }
  expect(body(config, 'claude-sonnet-4-6')).toMatchObject({ temperature: 0 })
  expect(body(config, 'claude-sonnet-4-6')).not.toHaveProperty('top_p')
  for (const model of ['claude-opus-4-7', 'claude-opus-5', 'claude-fable-5-1']) {
    expect(body(config, model)).not.toHaveProperty('temperature')
  }
})

test('reasoning effort is an effort or, for older models, a budget below the limit', () => {
  const config: LMConfig = { reasoningEffort: 'high', maxTokens: 3000, temperature: 0 }
  expect(body(config, 'claude-opus-5')).toMatchObject({
    thinking: { type: 'adaptive', display: 'summarized' },
    output_config: { effort: 'high' },
  })
  const old = body(config, 'claude-sonnet-4-20250514')
  expect(old).toMatchObject({ thinking: { type: 'enabled', budget_tokens: 2999 } })
  expect(old).not.toHaveProperty('temperature')
  expect(body({ ...config, reasoningEffort: 'none' })).not.toHaveProperty('thinking')
})

test.for([
  ['a call is forced', { toolChoice: 'required' }, messages],
  ['one call is forced', { toolChoice: { name: 'add' } }, messages],
  [
    'calls are answered',
    {},
    [
      ...messages,
      { role: 'assistant', content: '', toolCalls: [{ id: 'c', name: 'add', arguments: '{}' }] },
      { role: 'tool', content: '3', toolCallId: 'c' },
    ],
  ],
] satisfies [string, LMConfig, LMMessage[]][])(
  'a budget of thoughts is left out where %s, and an effort is not',
  ([, choice, list]) => {
    const tools = [{ name: 'add', parameters: { type: 'object' } }]
    const config: LMConfig = { reasoningEffort: 'low', temperature: 0.5, tools, ...choice }
    const old = body(config, 'claude-haiku-4-5', list)
    expect(old).not.toHaveProperty('thinking')
    expect(old).toMatchObject({ temperature: 0.5 })
    expect(body(config, 'claude-opus-4-6', list)).toMatchObject({ thinking: { type: 'adaptive' } })
  },
)

test('what is blank is left out, with the turn that held nothing else', () => {
  const list: LMMessage[] = [
    { role: 'system', content: '' },
    { role: 'user', content: 'One.' },
    { role: 'assistant', content: '' },
    { role: 'user', content: [{ type: 'text', text: ' \n' }] },
    { role: 'user', content: 'Two.' },
  ]
  const sent = body({}, 'claude-haiku-4-5', list)
  expect(sent).not.toHaveProperty('system')
  const content = ['One.', 'Two.'].map((text) => ({ type: 'text', text }))
  expect(sent).toMatchObject({ messages: [{ role: 'user', content }] })
})

test("another vendor's ids of calls are told in letters that the API takes", () => {
  const id = 'functions.add:0'
  const list: LMMessage[] = [
    ...messages,
    { role: 'assistant', content: '', toolCalls: [{ id, name: 'add', arguments: '{}' }] },
    { role: 'tool', content: '3', toolCallId: id },
  ]
  expect(body({}, 'claude-haiku-4-5', list)).toMatchObject({
    messages: [
      {},
      { content: [{ type: 'tool_use', id: 'functions_add_0' }] },
      { content: [{ type: 'tool_result', tool_use_id: 'functions_add_0' }] },
    ],
  })
})
