import {
  LMRateLimitError,
  LMServerError,
  LMStreamTruncatedError,
  LMUnexpectedError,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'
import { openai } from '../openai/openai.ts'

const json = { 'content-type': 'application/json' }
const sse = { 'content-type': 'text/event-stream' }
const event = (type: string, fields: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
const end = (response: object = {}): string =>
  event('response.completed', { response: { status: 'completed', output: [], ...response } })
const text = (delta: string): string => event('response.output_text.delta', { delta })
const message = (...content: object[]): object => ({ type: 'message', content })

async function generated(body: object, options = {}) {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, json).end(JSON.stringify(body))
  })
  const model = lm('openai/gpt-5', {
    api: 'responses',
    baseURL: server.url,
    apiKey: 'sk',
    ...options,
  })
  const response = await model.generate(hello)
  return { response, request: server.requests[0], model }
}

async function streamed(body: string) {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, sse).end(body)
  })
  return await collect(
    openai('gpt-5', { api: 'responses', baseURL: server.url, apiKey: 'sk' }),
    hello,
  )
}

test('the class of service that answered is the one that is paid', async () => {
  const { response } = await generated({
    status: 'completed',
    service_tier: 'flex',
    output: [message({ type: 'output_text', text: 'Hello.' })],
    usage: { input_tokens: 100, output_tokens: 20 },
  })
  expect(response.costUSD).toBeCloseTo((100 * 1.25 + 20 * 10) / 2e6, 10)
})

test('a response in one piece gives text, reasoning, calls, usage and cost', async () => {
  const { response, request, model } = await generated({
    status: 'completed',
    error: null,
    output: [
      { type: 'reasoning', summary: [{ text: 'first' }, { text: 'second' }] },
      message({ type: 'output_text', text: 'Hello.', annotations: [] }),
      { type: 'function_call', id: 'fc_1', call_id: 'c1', name: 'add', arguments: '{"a":1}' },
    ],
    usage: {
      input_tokens: 100,
      input_tokens_details: { cached_tokens: 40 },
      output_tokens: 20,
      output_tokens_details: { reasoning_tokens: 12 },
    },
  })
  expect(response).toMatchObject({
    model: 'openai/gpt-5',
    outputs: [
      {
        text: 'Hello.',
        reasoning: 'first\n\nsecond',
        finishReason: 'tool_calls',
        toolCalls: [{ id: 'c1', name: 'add', arguments: '{"a":1}' }],
      },
    ],
    usage: { inputTokens: 100, cachedInputTokens: 40, outputTokens: 20, reasoningTokens: 12 },
  })
  expect(response.costUSD).toBeCloseTo((60 * 1.25 + 40 * 0.125 + 20 * 10) / 1e6, 10)
  expect(model.capabilities).toMatchObject({ reasoning: true, jsonSchema: true })
  expect(request).toMatchObject({ path: '/responses', headers: { authorization: 'Bearer sk' } })
  expect(request?.body).toEqual({ model: 'gpt-5', input: hello.messages, store: false })
})

test('a stream gives text, reasoning and calls in pieces', async () => {
  const item = { type: 'function_call', call_id: 'c1', name: 'add', arguments: '' }
  const { response, events } = await streamed(
    event('response.created', { response: {} }) +
      event('response.reasoning_summary_part.added', { summary_index: 0 }) +
      event('response.reasoning_summary_text.delta', { delta: 'hm' }) +
      event('response.reasoning_summary_part.added', { summary_index: 1 }) +
      event('response.reasoning_text.delta', { delta: 'so' }) +
      text('one') +
      text(' two') +
      event('response.output_item.added', { output_index: 2, item }) +
      event('response.output_item.added', {
        output_index: 3,
        item: { ...item, call_id: 'c2', name: 'now' },
      }) +
      event('response.function_call_arguments.delta', { output_index: 2, delta: '{"a"' }) +
      event('response.function_call_arguments.delta', { output_index: 2, delta: ':1}' }) +
      event('response.function_call_arguments.done', { output_index: 2, arguments: '{"a":1}' }) +
      event('response.function_call_arguments.done', { output_index: 3, arguments: '{"b":2}' }) +
      end({ usage: { input_tokens: 5, output_tokens: 6 } }),
  )
  expect(response).toMatchObject({
    outputs: [
      {
        text: 'one two',
        reasoning: 'hm\n\nso',
        finishReason: 'tool_calls',
        toolCalls: [
          { id: 'c1', name: 'add', arguments: '{"a":1}' },
          { id: 'c2', name: 'now', arguments: '{"b":2}' },
        ],
      },
    ],
    usage: { inputTokens: 5, outputTokens: 6 },
  })
  expect(events.map(({ type }) => type)).toEqual([
    'reasoning-delta',
    'reasoning-delta',
    'reasoning-delta',
    'text-delta',
    'text-delta',
    'tool-call-delta',
    'tool-call-delta',
    'tool-call-delta',
    'tool-call-delta',
    'tool-call-delta',
    'finish',
  ])
})

test('a server that streams nothing but its last event is understood', async () => {
  const output = [message({ type: 'output_text', text: 'all at once' })]
  expect((await streamed(end({ output }))).text).toBe('all at once')
})

test.for([
  ['max_output_tokens', 'length'],
  ['content_filter', 'content_filter'],
] as const)('a response that is incomplete for %s ends with %s', async ([reason, finish]) => {
  const response = { status: 'incomplete', incomplete_details: { reason } }
  const body = text('ha') + event('response.incomplete', { response })
  expect((await streamed(body)).response.outputs[0]?.finishReason).toBe(finish)
  const empty = { ...response, output: [] }
  expect((await generated(empty)).response.outputs[0]?.finishReason).toBe(finish)
})

test('a refusal is its text and a content filter', async () => {
  const refusal = 'I cannot.'
  const body = event('response.refusal.delta', { delta: refusal }) + end()
  const expected = { text: refusal, finishReason: 'content_filter' }
  expect((await streamed(body)).response.outputs[0]).toEqual(expected)
  const whole = { status: 'completed', output: [message({ type: 'refusal', refusal })] }
  expect((await generated(whole)).response.outputs[0]).toEqual(expected)
})

test.for([
  [
    'that failed',
    text('a') +
      event('response.failed', {
        response: { status: 'failed', error: { code: 'server_error', message: 'no' } },
      }),
    LMServerError,
  ],
  [
    'that was limited',
    event('error', { code: 'rate_limit_exceeded', message: 'slow down', param: null }),
    LMRateLimitError,
  ],
  [
    'with [DONE] and without its last event',
    `${text('a')}data: [DONE]\n\n`,
    LMStreamTruncatedError,
  ],
] as const)('a stream %s is an error', async ([, body, kind]) => {
  expect(await caught(streamed(body))).toBeInstanceOf(kind)
})

test.for([
  ['no output', { status: 'completed', output: [] }],
  ['a status that is no end', { status: 'in_progress', output: [] }],
  ['nothing at all', {}],
] as const)('a 200 with %s is an error', async ([, body]) => {
  expect(await caught(generated(body))).toBeInstanceOf(LMUnexpectedError)
})

test('a summary that the account may not have is given up, and the call goes on', async () => {
  await using server = await scriptedServer((response, { body }) => {
    const { summary } = body['reasoning'] as { summary?: string }
    if (summary !== undefined) {
      const error = { message: 'verify', param: 'reasoning.summary', code: 'unsupported_value' }
      response.writeHead(400, json).end(JSON.stringify({ error }))
    } else {
      const output = [message({ type: 'output_text', text: 'ok' })]
      response.writeHead(200, json).end(JSON.stringify({ status: 'completed', output }))
    }
  })
  const options = { api: 'responses', baseURL: server.url, apiKey: 'sk' } as const
  await openai('gpt-5', { ...options, reasoningEffort: 'low' }).generate(hello)
  expect(server.requests[1]?.body).toMatchObject({ reasoning: { effort: 'low' } })
})

test.for([
  ['groq/llama', '/responses'],
  ['azure/dep', '/openai/v1/responses'],
] as const)('%s is spoken to in this API too', async ([name, path]) => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, sse).end(text('ok') + end())
  })
  const model = lm(name, { api: 'responses', baseURL: server.url, apiKey: 'a-key', env: {} })
  expect((await collect(model, hello)).text).toBe('ok')
  expect(server.requests[0]?.path).toBe(path)
})
