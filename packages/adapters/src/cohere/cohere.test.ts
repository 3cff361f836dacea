import { type LMConfig, LMTimeoutError, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { type ScriptedServer, scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { cohere } from './cohere.ts'
import { toCohereRequest } from './to-cohere-request.ts'

const apiKey = 'key-test'

function streaming(...events: object[]): Promise<ScriptedServer> {
  return scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''))
  })
}

const usage = {
  billed_units: { input_tokens: 119, output_tokens: 44 },
  tokens: { input_tokens: 1549, output_tokens: 95 },
  cached_tokens: 1504,
}
const end = (reason: string): object => ({
  type: 'message-end',
  delta: { finish_reason: reason, usage },
})
const delta = (type: string, message: object, index = 0): object => ({
  type,
  index,
  delta: { message },
})

test('calls are put together, the plan is reasoning, and what is billed is what costs', async () => {
  const piece = (fields: object): object => ({ tool_calls: { function: fields } })
  const start = (id: string, name: string): object => ({
    tool_calls: { id, type: 'function', function: { name, arguments: '' } },
  })
  await using server = await streaming(
    delta('tool-plan-delta', { tool_plan: 'I will' }),
    delta('tool-plan-delta', { tool_plan: ' look.' }),
    delta('tool-call-start', start('c0', 'weather')),
    delta('tool-call-delta', piece({ arguments: '{"at":' })),
    delta('tool-call-delta', piece({ arguments: '"SF"}' })),
    { type: 'tool-call-end', index: 0 },
    delta('tool-call-start', start('c1', 'now'), 1),
    { type: 'tool-call-end', index: 1 },
    end('TOOL_CALL'),
  )
  const lm = cohere('command-a-03-2025', { baseURL: server.url, apiKey })
  const { response } = await collect(lm, hello)
  expect(response.outputs).toEqual([
    {
      text: '',
      reasoning: 'I will look.',
      finishReason: 'tool_calls',
      toolCalls: [
        { id: 'c0', name: 'weather', arguments: '{"at":"SF"}' },
        { id: 'c1', name: 'now', arguments: '{}' },
      ],
    },
  ])
  expect(response.usage).toEqual({ inputTokens: 1549, outputTokens: 95, cachedInputTokens: 1504 })
  expect(response.costUSD).toBeCloseTo((119 * 2.5 + 44 * 10) / 1e6, 12)
  expect(server.requests[0]).toMatchObject({
    path: '/v2/chat',
    headers: { authorization: 'Bearer key-test' },
    body: { model: 'command-a-03-2025', messages: hello.messages, stream: true },
  })
})

test('a reply in one piece is read as well', async () => {
  const message = {
    role: 'assistant',
    content: [
      { type: 'thinking', thinking: 'Hm.' },
      { type: 'text', text: 'Hello.' },
    ],
    tool_calls: [{ id: 'c', type: 'function', function: { name: 'now', arguments: 'null' } }],
  }
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ message, finish_reason: 'MAX_TOKENS', usage }))
  })
  const { outputs } = await cohere('command-a', { baseURL: server.url, apiKey }).generate(hello)
  expect(outputs).toEqual([
    {
      text: 'Hello.',
      reasoning: 'Hm.',
      toolCalls: [{ id: 'c', name: 'now', arguments: '{}' }],
      finishReason: 'length',
    },
  ])
})

test('a completion that ran out of time is a timeout', async () => {
  await using server = await streaming(end('TIMEOUT'))
  const lm = cohere('command-a-03-2025', { baseURL: server.url, apiKey })
  expect(await caught(lm.generate(hello))).toBeInstanceOf(LMTimeoutError)
})

const body = (config: LMConfig, model = 'command-a-03-2025'): object =>
  toCohereRequest({ model, messages: [], config, streamed: false })

test('settings have the names of the wire', () => {
  const config: LMConfig = {
    temperature: 0,
    maxTokens: 9,
    topP: 0.5,
    stop: ['x'],
    seed: 7,
    responseFormat: { type: 'json_schema', name: 'x', schema: { type: 'object' } },
    extra: { k: 3 },
  }
  expect(body(config)).toEqual({
    model: 'command-a-03-2025',
    messages: [],
    stream: false,
    temperature: 0,
    max_tokens: 9,
    p: 0.5,
    stop_sequences: ['x'],
    seed: 7,
    response_format: { type: 'json_object', json_schema: { type: 'object' } },
    k: 3,
  })
})

test.for([
  ['auto', ['f', 'g'], undefined],
  ['none', ['f', 'g'], 'NONE'],
  ['required', ['f', 'g'], 'REQUIRED'],
  [{ name: 'g' }, ['g'], 'REQUIRED'],
] as const)('the tool choice %j offers %j and says %s', ([toolChoice, names, choice]) => {
  const parameters = { type: 'object' }
  const tools = ['f', 'g'].map((name) => ({ name, parameters }))
  const expected = {
    tools: names.map((name) => ({ type: 'function', function: { name, parameters } })),
    ...(choice && { tool_choice: choice }),
  }
  expect(body({ tools, toolChoice })).toEqual({
    model: 'command-a-03-2025',
    messages: [],
    stream: false,
    ...expected,
  })
})

test('only models that think are told how much', () => {
  const config: LMConfig = { reasoningEffort: 'low' }
  expect(body(config)).not.toHaveProperty('thinking')
  const thinking = { type: 'enabled', token_budget: 1024 }
  expect(body(config, 'command-a-reasoning-08-2025')).toMatchObject({ thinking })
})

test('a conversation keeps its calls, and media other than images are refused', () => {
  const call = { id: 'c', name: 'f', arguments: '{}' }
  const image = { type: 'image', url: 'https://example.org/a.png' } as const
  const request = (content: typeof image | { type: 'audio'; data: string; format: string }) =>
    toCohereRequest({
      model: 'command-a-vision',
      config: {},
      streamed: true,
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'hi' }, content] },
        { role: 'assistant', content: 'I will.', toolCalls: [call] },
        { role: 'tool', toolCallId: 'c', content: '3' },
      ],
    })
  expect(request(image)).toMatchObject({
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'hi' },
          { type: 'image_url', image_url: { url: image.url } },
        ],
      },
      {
        role: 'assistant',
        tool_plan: 'I will.',
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'c', content: '3' },
    ],
  })
  expect(() => request({ type: 'audio', data: '', format: 'wav' })).toThrow(UnsupportedFeatureError)
})

test.for([{ n: 2 }, { logprobs: true }])(
  '%j is refused before anything is sent',
  async (config) => {
    const lm = cohere('command-a-03-2025', { baseURL: 'http://127.0.0.1:1', apiKey })
    expect(await caught(lm.generate({ ...hello, config }))).toBeInstanceOf(UnsupportedFeatureError)
  },
)
