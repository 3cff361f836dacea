import {
  ContentFilterError,
  LMBillingError,
  LMRateLimitError,
  LMUnexpectedError,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { type ScriptedServer, scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { gemini } from './gemini.ts'

const apiKey = 'key-test'

function streaming(...chunks: object[]): Promise<ScriptedServer> {
  return scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(''))
  })
}

const said = (parts: object[], finishReason?: string, index = 0): object => ({
  candidates: [{ content: { parts, role: 'model' }, finishReason, index }],
})

test('the key goes into a header, and never into the address', async () => {
  await using server = await streaming(said([{ text: 'Hello.' }], 'STOP'))
  await gemini('gemini-2.5-flash', { baseURL: `${server.url}/v1beta/`, apiKey }).generate(hello)
  expect(server.requests[0]).toMatchObject({
    path: '/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse',
    headers: { 'x-goog-api-key': apiKey },
    body: { contents: [{ role: 'user', parts: [{ text: 'Say hello.' }] }] },
  })
})

test('thoughts are reasoning, and the last usage counts them and the cache', async () => {
  const usage = { promptTokenCount: 100, cachedContentTokenCount: 40, toolUsePromptTokenCount: 5 }
  await using server = await streaming(
    { ...said([{ text: 'Hm.', thought: true }]), usageMetadata: { promptTokenCount: 100 } },
    said([{ text: 'Hel' }]),
    {
      ...said([{ text: 'lo.' }], 'STOP'),
      usageMetadata: { ...usage, candidatesTokenCount: 20, thoughtsTokenCount: 30 },
    },
  )
  const lm = gemini('gemini-2.5-flash', { baseURL: server.url, apiKey })
  const { response, text } = await collect(lm, hello)
  expect(text).toBe('Hello.')
  expect(response.outputs).toEqual([{ text: 'Hello.', reasoning: 'Hm.', finishReason: 'stop' }])
  expect(response.usage).toEqual({
    inputTokens: 105,
    outputTokens: 50,
    cachedInputTokens: 40,
    reasoningTokens: 30,
  })
  expect(response.costUSD).toBeCloseTo((65 * 0.3 + 40 * 0.03 + 50 * 2.5) / 1e6, 12)
})

test('calls come whole, and each is one more', async () => {
  const call = (name: string, args: object): object => ({ functionCall: { name, args } })
  await using server = await streaming(
    said([{ ...call('add', { a: 1 }), thoughtSignature: 'c2ln' }, call('add', { a: 2 })]),
    said([{ functionCall: { id: 'x1', name: 'now' } }], 'STOP'),
  )
  const { response } = await collect(gemini('gemini-3-pro', { baseURL: server.url, apiKey }), hello)
  expect(response.outputs).toEqual([
    {
      text: '',
      finishReason: 'tool_calls',
      toolCalls: [
        { id: 'call_0', name: 'add', arguments: '{"a":1}' },
        { id: 'call_1', name: 'add', arguments: '{"a":2}' },
        { id: 'x1', name: 'now', arguments: '{}' },
      ],
    },
  ])
})

test('candidates are told apart, and their log probabilities have the usual form', async () => {
  const token = (text: string, logProbability: number): object => ({ token: text, logProbability })
  const logprobsResult = {
    chosenCandidates: [token('a', -0.1)],
    topCandidates: [{ candidates: [token('a', -0.1), token('b', -2)] }],
  }
  await using server = await streaming(said([{ text: 'a' }], 'STOP'), {
    candidates: [
      { content: { parts: [{ text: 'b' }] }, index: 1, finishReason: 'MAX_TOKENS', logprobsResult },
    ],
  })
  const { outputs } = await gemini('gemini-2.5-flash', { baseURL: server.url, apiKey }).generate(
    hello,
  )
  const [a, b] = [
    { token: 'a', logprob: -0.1 },
    { token: 'b', logprob: -2 },
  ]
  expect(outputs).toEqual([
    { text: 'a', finishReason: 'stop' },
    { text: 'b', finishReason: 'length', logprobs: [{ ...a, top_logprobs: [a, b] }] },
  ])
})

test.for([
  ['SAFETY', 'content_filter'],
  ['RECITATION', 'content_filter'],
  ['MALFORMED_FUNCTION_CALL', 'error'],
  ['MAX_TOKENS', 'length'],
] as const)('the finish reason %s is %s', async ([reason, expected]) => {
  await using server = await streaming({ candidates: [{ finishReason: reason }] })
  const { outputs } = await gemini('gemini-2.5-flash', { baseURL: server.url, apiKey }).generate(
    hello,
  )
  expect(outputs).toEqual([{ text: '', finishReason: expected }])
})

test('a blocked prompt is a content filter with its reason', async () => {
  await using server = await streaming({
    promptFeedback: { blockReason: 'PROHIBITED_CONTENT' },
    usageMetadata: { promptTokenCount: 9 },
  })
  const error = await caught(
    gemini('gemini-2.5-flash', { baseURL: server.url, apiKey }).generate(hello),
  )
  expect(error).toBeInstanceOf(ContentFilterError)
  expect(error).toMatchObject({ providerCode: 'PROHIBITED_CONTENT' })
})

test.for([
  ['GenerateRequestsPerMinutePerProjectPerModel', LMRateLimitError, 34_400],
  ['GenerateRequestsPerDayPerProjectPerModel-FreeTier', LMBillingError, undefined],
] as const)('a 429 for %s is what it says', async ([quotaId, kind, retryAfterMs]) => {
  const details = [
    { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId }] },
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.4s' },
  ]
  await using server = await scriptedServer((response) => {
    const error = { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'quota', details }
    response.writeHead(429).end(JSON.stringify({ error }))
  })
  const error = await caught(
    gemini('gemini-2.5-flash', { baseURL: server.url, apiKey }).generate(hello),
  )
  expect(error).toBeInstanceOf(kind)
  expect((error as LMRateLimitError).retryAfterMs).toBe(retryAfterMs)
})

test('a reply in one piece without candidates is an error', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"candidates":[]}')
  })
  const error = await caught(
    gemini('gemini-2.5-flash', { baseURL: server.url, apiKey }).generate(hello),
  )
  expect(error).toBeInstanceOf(LMUnexpectedError)
})

test('two models are never the same to a cache', () => {
  const [a, b] = ['gemini-2.5-flash', 'gemini-2.5-pro'].map((name) => gemini(name, { apiKey }))
  expect(a?.fingerprint?.(hello)).not.toEqual(b?.fingerprint?.(hello))
})
