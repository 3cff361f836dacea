import { AbortError, LMConfigurationError, LMUnexpectedError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { openai } from './openai.ts'

const apiKey = 'sk-test'
const json = { 'content-type': 'application/json' }
const sse = { 'content-type': 'text/event-stream' }
const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const choice = (delta: object, finish_reason: string | null = null): string =>
  event({ model: 'gpt-4o-mini-2024-07-18', choices: [{ index: 0, delta, finish_reason }] })
const whole = (message: object, finish_reason = 'stop'): string =>
  JSON.stringify({ choices: [{ index: 0, message, finish_reason }] })

test('generate asks for the reply in one piece and maps text, usage and cost', async () => {
  await using server = await scriptedServer((response) => {
    const usage = {
      prompt_tokens: 100,
      completion_tokens: 20,
      prompt_tokens_details: { cached_tokens: 40 },
      completion_tokens_details: { reasoning_tokens: 5 },
    }
    const message = { role: 'assistant', content: 'Hello.' }
    const choices = [{ index: 0, message, finish_reason: 'stop' }]
    response.writeHead(200, json).end(JSON.stringify({ choices, usage }))
  })
  const lm = openai('gpt-4o-mini', { baseURL: server.url, apiKey, temperature: 0, maxTokens: 50 })
  const response = await lm.generate({ ...hello, config: { maxTokens: 9, rolloutId: 7 } })
  expect(lm.model).toBe('openai/gpt-4o-mini')
  expect(response).toMatchObject({
    model: 'openai/gpt-4o-mini',
    outputs: [{ text: 'Hello.', finishReason: 'stop' }],
    usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 40, reasoningTokens: 5 },
  })
  expect(response.usage.estimated).toBeUndefined()
  expect(response.costUSD).toBeCloseTo((60 * 0.15 + 40 * 0.075 + 20 * 0.6) / 1e6, 12)
  expect(server.requests[0]).toMatchObject({
    path: '/chat/completions',
    headers: { authorization: 'Bearer sk-test' },
  })
  expect(server.requests[0]?.body).toEqual({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: 'Say hello.' }],
    temperature: 0,
    max_tokens: 9,
  })
})

test('stream puts tool calls together from their pieces and asks for usage', async () => {
  const call = (index: number, piece: object): string =>
    choice({ tool_calls: [{ index, ...piece }] })
  await using server = await scriptedServer((response) => {
    response.writeHead(200, sse)
    response.write(choice({ role: 'assistant', content: null }))
    response.write(
      call(0, { id: 'c0', type: 'function', function: { name: 'add', arguments: '' } }),
    )
    response.write(
      call(1, { id: 'c1', type: 'function', function: { name: 'now', arguments: '' } }),
    )
    response.write(call(0, { function: { arguments: '{"a":"\\u00' } }))
    response.write(call(0, { function: { arguments: 'e9"}' } }))
    response.write(choice({}, 'tool_calls'))
    response.end(
      `${event({ choices: [], usage: { prompt_tokens: 9, completion_tokens: 4 } })}data: [DONE]\n\n`,
    )
  })
  const reply = await collect(openai('gpt-4o-mini', { baseURL: server.url, apiKey }), hello)
  expect(reply.response.outputs).toEqual([
    {
      text: '',
      finishReason: 'tool_calls',
      toolCalls: [
        { id: 'c0', name: 'add', arguments: '{"a":"\\u00e9"}' },
        { id: 'c1', name: 'now', arguments: '{}' },
      ],
    },
  ])
  expect(reply.response.usage).toEqual({ inputTokens: 9, outputTokens: 4 })
  expect(reply.events[0]).toEqual({
    type: 'tool-call-delta',
    index: 0,
    call: 0,
    id: 'c0',
    name: 'add',
  })
  expect(server.requests[0]?.body).toMatchObject({
    stream: true,
    stream_options: { include_usage: true },
  })
})

test('a stream without [DONE] is whole when every choice has its finish reason', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, sse).end(choice({ content: 'whole' }) + choice({}, 'length'))
  })
  const reply = await collect(openai('gpt-4o-mini', { baseURL: server.url, apiKey }), hello)
  expect(reply.response.outputs).toEqual([{ text: 'whole', finishReason: 'length' }])
  // Nothing said how many tokens it took.
  expect(reply.response.usage).toEqual({ inputTokens: 5, outputTokens: 3, estimated: true })
})

test('a stream that is cut after its finish reason is whole', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, sse).write(choice({ content: 'whole' }, 'stop'))
    setTimeout(() => response.destroy(), 10)
  })
  const reply = await collect(openai('gpt-4o-mini', { baseURL: server.url, apiKey }), hello)
  expect(reply.text).toBe('whole')
})

test('a server may answer with JSON where a stream was asked for, and the other way round', async () => {
  await using server = await scriptedServer((response, { body }) => {
    if (body['stream'] === true)
      response.writeHead(200, json).end(whole({ content: 'in one piece' }))
    else response.writeHead(200, sse).end(choice({ content: 'in pieces' }, 'stop'))
  })
  const lm = openai('gpt-4o-mini', { baseURL: server.url, apiKey })
  expect((await collect(lm, hello)).text).toBe('in one piece')
  expect((await lm.generate(hello)).outputs[0]?.text).toBe('in pieces')
})

test.for([
  ['no choices', '{"choices":[]}'],
  ['no content', whole({ role: 'assistant', content: null })],
  ['broken JSON', '{"choices":[{"mess'],
  ['an empty body', ''],
])('a 200 with %s is an error', async ([, body]) => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, json).end(body)
  })
  const lm = openai('gpt-4o-mini', { baseURL: server.url, apiKey })
  expect(await caught(lm.generate(hello))).toBeInstanceOf(LMUnexpectedError)
})

test('a missing key is an error of the first call and not of the factory', async () => {
  const lm = openai('gpt-4o-mini', { env: { OPENAI_API_KEY: '  ' } })
  for (const call of [lm.generate(hello), collect(lm, hello)]) {
    const error = await caught(call)
    expect(error).toBeInstanceOf(LMConfigurationError)
    expect(String(error)).toContain('OPENAI_API_KEY')
  }
})

test('an aborted call does not even look for a key', async () => {
  const lm = openai('gpt-4o-mini', { env: {} })
  const error = await caught(lm.generate({ ...hello, signal: AbortSignal.abort() }))
  expect(error).toBeInstanceOf(AbortError)
})

test('key and address come from the environment at the first call', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, json).end(whole({ content: 'ok' }))
  })
  const env = { OPENAI_API_KEY: 'sk-env', OPENAI_BASE_URL: server.url }
  await openai('gpt-4o-mini', { env, headers: { 'x-team': 'blue' } }).generate(hello)
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: 'Bearer sk-env',
    'x-team': 'blue',
  })
})
