import { LMConfigurationError, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { type ScriptedServer, scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { anthropic } from './anthropic.ts'

const apiKey = 'sk-ant-test'
const event = (type: string, fields: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
const start = (index: number, content_block: object): string =>
  event('content_block_start', { index, content_block })
const delta = (index: number, piece: object): string =>
  event('content_block_delta', { index, delta: piece })

const thinkingAndTools = [
  event('message_start', {
    message: {
      usage: {
        input_tokens: 10,
        cache_read_input_tokens: 100,
        cache_creation_input_tokens: 50,
        output_tokens: 1,
      },
    },
  }),
  start(0, { type: 'thinking', thinking: '' }),
  delta(0, { type: 'thinking_delta', thinking: 'Let me see.' }),
  delta(0, { type: 'signature_delta', signature: 'abc' }),
  event('content_block_stop', { index: 0 }),
  event('ping'),
  start(1, { type: 'text', text: '' }),
  delta(1, { type: 'text_delta', text: 'Adding.' }),
  start(2, { type: 'tool_use', id: 'toolu_1', name: 'add', input: {} }),
  delta(2, { type: 'input_json_delta', partial_json: '' }),
  delta(2, { type: 'input_json_delta', partial_json: '{"a":' }),
  delta(2, { type: 'input_json_delta', partial_json: '1}' }),
  start(3, { type: 'tool_use', id: 'toolu_2', name: 'now', input: {} }),
  event('message_delta', { delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 30 } }),
  event('message_stop'),
].join('')

function streaming(bytes: string): Promise<ScriptedServer> {
  return scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(bytes)
  })
}

test.for(['stream', 'generate'])(
  '%s maps thinking, text, tool calls, usage and cost',
  async (way) => {
    await using server = await streaming(thinkingAndTools)
    const lm = anthropic('claude-haiku-4-5', { baseURL: server.url, apiKey })
    const response =
      way === 'stream' ? (await collect(lm, hello)).response : await lm.generate(hello)
    expect(response).toMatchObject({
      model: 'anthropic/claude-haiku-4-5',
      outputs: [
        {
          text: 'Adding.',
          reasoning: 'Let me see.',
          finishReason: 'tool_calls',
          toolCalls: [
            { id: 'toolu_1', name: 'add', arguments: '{"a":1}' },
            { id: 'toolu_2', name: 'now', arguments: '{}' },
          ],
        },
      ],
      usage: { inputTokens: 160, outputTokens: 30, cachedInputTokens: 100, cacheWriteTokens: 50 },
    })
    expect(response.costUSD).toBeCloseTo((10 * 1 + 100 * 0.1 + 50 * 1.25 + 30 * 5) / 1e6, 12)
    expect(server.requests[0]).toMatchObject({
      path: '/v1/messages',
      headers: { authorization: 'Bearer sk-ant-test' },
      body: { model: 'claude-haiku-4-5', max_tokens: 4096, stream: true },
    })
  },
)

test('tool calls are numbered among themselves, not among the blocks', async () => {
  await using server = await streaming(thinkingAndTools)
  const lm = anthropic('claude-haiku-4-5', { baseURL: server.url, apiKey })
  const { events } = await collect(lm, hello)
  expect(events.filter((one) => one.type === 'tool-call-delta')).toEqual([
    { type: 'tool-call-delta', index: 0, call: 0, id: 'toolu_1', name: 'add' },
    { type: 'tool-call-delta', index: 0, call: 0 },
    { type: 'tool-call-delta', index: 0, call: 0, arguments: '{"a":' },
    { type: 'tool-call-delta', index: 0, call: 0, arguments: '1}' },
    { type: 'tool-call-delta', index: 0, call: 1, id: 'toolu_2', name: 'now' },
  ])
})

test('a message in one piece is understood too', async () => {
  const message = {
    type: 'message',
    content: [
      { type: 'text', text: 'Hi.' },
      { type: 'tool_use', id: 't', name: 'add', input: { a: 1 } },
    ],
    stop_reason: 'max_tokens',
    usage: { input_tokens: 5, output_tokens: 2 },
  }
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(message))
  })
  const lm = anthropic('claude-haiku-4-5', { baseURL: server.url, apiKey })
  expect((await lm.generate(hello)).outputs).toEqual([
    {
      text: 'Hi.',
      finishReason: 'length',
      toolCalls: [{ id: 't', name: 'add', arguments: '{"a":1}' }],
    },
  ])
})

test('a refusal ends by the content filter', async () => {
  await using server = await streaming(
    event('message_delta', { delta: { stop_reason: 'refusal' } }) + event('message_stop'),
  )
  const lm = anthropic('claude-haiku-4-5', { baseURL: server.url, apiKey })
  expect((await lm.generate(hello)).outputs[0]?.finishReason).toBe('content_filter')
})

test('a missing key names its variable at the first call', async () => {
  const error = await caught(anthropic('claude-haiku-4-5', { env: {} }).generate(hello))
  expect(error).toBeInstanceOf(LMConfigurationError)
  expect(String(error)).toContain('ANTHROPIC_API_KEY')
})

test('what the wire cannot say is refused before any call', async () => {
  await using server = await streaming(thinkingAndTools)
  const lm = anthropic('claude-haiku-4-5', { baseURL: server.url, apiKey })
  const audio = { type: 'audio' as const, data: 'QQ==', format: 'wav' }
  for (const request of [
    { ...hello, config: { n: 2 } },
    { ...hello, config: { logprobs: true } },
    { messages: [{ role: 'user' as const, content: [audio] }] },
  ]) {
    expect(await caught(lm.generate(request))).toBeInstanceOf(UnsupportedFeatureError)
  }
  expect(server.requests).toHaveLength(0)
})

test('a connection is used again by the next call, even when its end comes a little later', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(thinkingAndTools)
    setTimeout(() => response.end(), 5)
  })
  const lm = anthropic('claude-haiku-4-5', { baseURL: server.url, apiKey })
  for (let call = 0; call < 4; call += 1) await lm.generate(hello)
  expect(server.requests).toHaveLength(4)
  expect(server.connections).toBeLessThan(3)
})
