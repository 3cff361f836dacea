import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { AbortError, LMServerError, LMUnexpectedError, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { replicate } from './replicate.ts'

const apiKey = 'key-test'
const sse = { 'content-type': 'text/event-stream' }

function answer(response: ServerResponse, url: string, status: string, more: object = {}): void {
  const urls = { get: `${url}/p/1`, cancel: `${url}/p/1/cancel`, stream: `${url}/p/1/stream` }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ id: '1', status, urls, error: null, ...more }))
}

test('a prediction is asked for until it has succeeded', async () => {
  const states = ['starting', 'processing', 'succeeded']
  await using server = await scriptedServer((response) => {
    const status = states.shift() ?? ''
    const metrics = { input_token_count: 9, output_token_count: 2 }
    const done = status === 'succeeded' && { output: ['Hel', 'lo.'], metrics }
    answer(response, server.url, status, done || {})
  })
  const lm = replicate('meta/llama', { baseURL: `${server.url}/v1`, apiKey })
  const { outputs, usage, costUSD } = await lm.generate({ ...hello, config: { maxTokens: 5 } })
  expect(outputs).toEqual([{ text: 'Hello.', finishReason: 'stop' }])
  expect(usage).toEqual({ inputTokens: 9, outputTokens: 2 })
  expect(costUSD).toBeNull()
  expect(server.requests).toMatchObject([
    {
      method: 'POST',
      path: '/v1/models/meta/llama/predictions',
      headers: { authorization: 'Bearer key-test', prefer: 'wait=5', 'cancel-after': '660s' },
      body: { input: { prompt: 'Say hello.', max_tokens: 5 } },
    },
    { method: 'GET', path: '/p/1', headers: { authorization: 'Bearer key-test' } },
    { method: 'GET', path: '/p/1' },
  ])
})

test('a stream is read from the address the prediction names', async () => {
  await using server = await scriptedServer((response, { method }) => {
    if (method === 'POST') return answer(response, server.url, 'starting')
    response.writeHead(200, sse)
    response.end(
      'event: output\ndata: Hel\n\nevent: output\ndata: lo.\n\nevent: done\ndata: {}\n\n',
    )
  })
  const reply = await collect(replicate('meta/llama', { baseURL: server.url, apiKey }), hello)
  expect(reply.text).toBe('Hello.')
  await sleep(20)
  expect(server.requests.map(({ path }) => path)).toEqual([
    '/models/meta/llama/predictions',
    '/p/1/stream',
  ])
  expect(server.requests[0]?.body['stream']).toBe(true)
})

test('a model that does not stream is asked for its whole output', async () => {
  await using server = await scriptedServer((response) => {
    answer(response, server.url, 'succeeded', { output: 'Hello.', urls: {} })
  })
  const reply = await collect(replicate('meta/llama', { baseURL: server.url, apiKey }), hello)
  expect(reply.text).toBe('Hello.')
})

test.for([
  ['failed', { error: 'CUDA out of memory' }, 'CUDA out of memory'],
  ['canceled', {}, 'canceled'],
  ['aborted', {}, 'aborted'],
] as const)('a prediction that %s is an error', async ([status, more, text]) => {
  await using server = await scriptedServer((response) => {
    answer(response, server.url, status, more)
  })
  const error = await caught(
    replicate('meta/llama', { baseURL: server.url, apiKey }).generate(hello),
  )
  expect(error).toBeInstanceOf(LMServerError)
  expect(String(error)).toContain(text)
  await sleep(20)
  expect(server.requests).toHaveLength(1)
})

test.for(['generate', 'stream'] as const)('leaving %s cancels the prediction', async (way) => {
  await using server = await scriptedServer((response, { method, path }) => {
    if (path.endsWith('/stream')) response.writeHead(200, sse).write('event: output\ndata: a\n\n')
    else if (path.endsWith('/cancel')) response.end('{}')
    else answer(response, server.url, method === 'POST' ? 'starting' : 'processing')
  })
  const lm = replicate('meta/llama', { baseURL: server.url, apiKey })
  const controller = new AbortController()
  const request = { ...hello, signal: controller.signal }
  const error = caught(way === 'generate' ? lm.generate(request) : collect(lm, request))
  while (server.requests.length < 2) await sleep(5)
  const left = performance.now()
  controller.abort()
  expect(await error).toBeInstanceOf(AbortError)
  expect(performance.now() - left).toBeLessThan(50)
  await sleep(50)
  expect(server.requests.at(-1)).toMatchObject({
    method: 'POST',
    path: '/p/1/cancel',
    headers: { authorization: 'Bearer key-test' },
  })
})

test('an address for canceling that is none does no harm', async () => {
  await using server = await scriptedServer((response) => {
    const get = `${server.url}/p/1`
    answer(response, server.url, 'starting', { urls: { get, cancel: 'nowhere' } })
  })
  const controller = new AbortController()
  const lm = replicate('meta/llama', { baseURL: server.url, apiKey })
  const error = caught(lm.generate({ ...hello, signal: controller.signal }))
  while (server.requests.length < 2) await sleep(5)
  controller.abort()
  // An error thrown by the listener would fail the test run.
  expect(await error).toBeInstanceOf(AbortError)
  await sleep(20)
})

test('a stream that breaks cancels the prediction', async () => {
  await using server = await scriptedServer((response, { path }) => {
    if (path.endsWith('/stream')) response.writeHead(200, sse).end('event: output\ndata: a\n\n')
    else answer(response, server.url, 'starting')
  })
  await caught(collect(replicate('meta/llama', { baseURL: server.url, apiKey }), hello))
  await sleep(50)
  expect(server.requests.at(-1)?.path).toBe('/p/1/cancel')
})

test.for(['generate', 'stream'] as const)(
  '%s follows no address to another server',
  async (way) => {
    await using stranger = await scriptedServer((response) => void response.end('{}'))
    await using server = await scriptedServer((response) => {
      answer(response, stranger.url, 'starting')
    })
    const lm = replicate('meta/llama', { baseURL: server.url, apiKey })
    const error = await caught(way === 'generate' ? lm.generate(hello) : collect(lm, hello))
    expect(error).toBeInstanceOf(LMUnexpectedError)
    expect(String(error)).toContain(stranger.url)
    await sleep(20)
    expect(stranger.requests).toHaveLength(0)
  },
)

const version = 'a'.repeat(64)
test.for([
  ['owner/name', '/models/owner/name/predictions', undefined],
  ['owner/name:abc123', '/predictions', 'abc123'],
  [version, '/predictions', version],
  ['deployments/owner/name', '/deployments/owner/name/predictions', undefined],
] as const)('the model %s is asked at %s', async ([model, path, expected]) => {
  await using server = await scriptedServer((response) => {
    answer(response, server.url, 'succeeded', { output: 'Hello.' })
  })
  await replicate(model, { baseURL: server.url, apiKey }).generate(hello)
  expect(server.requests[0]?.path).toBe(path)
  expect(server.requests[0]?.body['version']).toBe(expected)
})

test.for([
  ['llama', {}],
  ['meta/llama', { tools: [{ name: 'f', parameters: {} }] }],
  ['meta/llama', { responseFormat: { type: 'json_object' } }],
  ['meta/llama', { n: 2 }],
] as const)('%s with %j is refused before anything is sent', async ([model, config]) => {
  const lm = replicate(model, { baseURL: 'http://127.0.0.1:1', apiKey })
  const error = await caught(lm.generate({ ...hello, config: structuredClone(config) as object }))
  expect(error).toBeInstanceOf(UnsupportedFeatureError)
})
