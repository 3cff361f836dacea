import { inspect } from 'node:util'
import {
  AbortError,
  LMConfigurationError,
  LMRateLimitError,
  LMStreamTruncatedError,
  LMTimeoutError,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lm } from '../lm.ts'
import { createOpenAICompatible } from './__fixtures__/create-openai-compatible.ts'
import { modelOf } from './__fixtures__/model-of.ts'

const nothing = { total: undefined }
const usage = {
  v2: { inputTokens: 10, outputTokens: 4, totalTokens: 14, cachedInputTokens: 6 },
  v3: {
    inputTokens: { total: 10, noCache: 4, cacheRead: 6, cacheWrite: undefined },
    outputTokens: { total: 4, text: 3, reasoning: 1 },
  },
}
const stop = { v2: 'stop', v3: { unified: 'stop', raw: 'stop' } }

test('a model is named by provider and id', () => {
  expect(lm(modelOf([], { provider: 'openai.chat', modelId: 'gpt-4o' })).model).toBe(
    'openai/gpt-4o',
  )
})

test.for(['v2', 'v3', 'v4'] as const)('a %s stream becomes our events', async (version) => {
  const shape = version === 'v2' ? 'v2' : 'v3'
  const model = modelOf(
    [
      { type: 'stream-start', warnings: [] },
      { type: 'reasoning-delta', id: 'r', delta: 'hm' },
      { type: 'text-start', id: 't' },
      { type: 'text-delta', id: 't', delta: 'one' },
      { type: 'text-delta', id: 't', delta: ' two' },
      { type: 'tool-input-start', id: 'c1', toolName: 'add' },
      { type: 'tool-input-delta', id: 'c1', delta: '{"a"' },
      { type: 'tool-input-delta', id: 'c1', delta: ':1}' },
      { type: 'tool-input-end', id: 'c1' },
      { type: 'tool-call', toolCallId: 'c1', toolName: 'add', input: '{"a":1}' },
      { type: 'tool-call', toolCallId: 'c2', toolName: 'now', input: '{}' },
      { type: 'tool-call', toolCallId: 'c3', toolName: 'web', input: '{}', providerExecuted: true },
      { type: 'finish', finishReason: stop[shape], usage: usage[shape] },
    ],
    { specificationVersion: version },
  )
  const { text, response, events } = await collect(lm(model), hello)
  expect(text).toBe('one two')
  expect(events[0]).toEqual({ type: 'reasoning-delta', index: 0, text: 'hm' })
  expect(response.outputs).toEqual([
    {
      text: 'one two',
      reasoning: 'hm',
      finishReason: 'tool_calls',
      toolCalls: [
        { id: 'c1', name: 'add', arguments: '{"a":1}' },
        { id: 'c2', name: 'now', arguments: '{}' },
      ],
    },
  ])
  expect(response.usage).toMatchObject({
    inputTokens: 10,
    outputTokens: 4,
    cachedInputTokens: 6,
    ...(version !== 'v2' && { reasoningTokens: 1 }),
  })
})

test.for([
  ['no finish part', []],
  [
    'a finish that nobody gave a reason for',
    [{ type: 'finish', finishReason: { unified: 'other', raw: undefined }, usage: usage.v3 }],
  ],
  [
    'a finish that says it was interrupted',
    [{ type: 'finish', finishReason: { unified: 'interrupted' }, usage: usage.v3 }],
  ],
  ['an unknown reason of v2', [{ type: 'finish', finishReason: 'unknown', usage: usage.v2 }]],
] as const)('a stream with %s is cut off', async ([, end]) => {
  const model = modelOf([{ type: 'text-delta', id: 't', delta: 'half' }, ...end])
  expect(await caught(collect(lm(model), hello))).toBeInstanceOf(LMStreamTruncatedError)
})

test('generate maps the result, its rate limits and its cost', async () => {
  const model = modelOf([], {
    provider: 'openai.chat',
    modelId: 'gpt-4o-mini',
    result: {
      content: [
        { type: 'reasoning', text: 'hm' },
        { type: 'text', text: 'Hello.' },
        { type: 'tool-call', toolCallId: 'c1', toolName: 'add', input: '{"a":1}' },
        { type: 'source', sourceType: 'url', id: 's', url: 'https://x.test' },
      ],
      finishReason: { unified: 'length', raw: 'length' },
      usage: usage.v3,
      response: { headers: { 'x-ratelimit-remaining-requests': '7' } },
    },
  })
  const response = await lm(model).generate(hello)
  expect(response).toMatchObject({
    model: 'openai/gpt-4o-mini',
    outputs: [
      {
        text: 'Hello.',
        reasoning: 'hm',
        finishReason: 'length',
        toolCalls: [{ id: 'c1', name: 'add', arguments: '{"a":1}' }],
      },
    ],
    rateLimits: { requests: { remaining: 7 } },
  })
  expect(response.costUSD).toBeCloseTo((4 * 0.15 + 6 * 0.075 + 4 * 0.6) / 1e6, 12)
})

test('usage that the provider did not tell is estimated', async () => {
  const finish = { type: 'finish', finishReason: stop.v3, usage: { inputTokens: nothing } }
  const model = modelOf([{ type: 'text-delta', id: 't', delta: 'whole' }, finish])
  expect((await collect(lm(model), hello)).response.usage.estimated).toBe(true)
})

test('an error part with the object a provider sent is classified by it', async () => {
  const error = { type: 'rate_limit_error', message: 'busy' }
  const failure = await caught(collect(lm(modelOf([{ type: 'error', error }])), hello))
  expect(failure).toBeInstanceOf(LMRateLimitError)
})

test('a key that a server quotes is masked, in the cause too', async () => {
  await using server = await scriptedServer((response, { headers }) => {
    const message = `bad key ${headers.authorization}`
    response.writeHead(401, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { message } }))
  })
  const apiKey = 'sk-canary-0123456789abcdef'
  const lab = createOpenAICompatible({ name: 'lab', baseURL: server.url, apiKey })
  const error = await caught(lm(lab('tiny')).generate(hello))
  expect(inspect(error, { depth: 12 })).not.toContain('canary')
})

test('a model that does not heed the signal is left all the same', async () => {
  let cancelled = false
  const model = modelOf([])
  model.doStream = () =>
    Promise.resolve({
      stream: new ReadableStream({
        cancel() {
          cancelled = true
        },
      }),
    })
  const controller = new AbortController()
  const error = caught(collect(lm(model), { ...hello, signal: controller.signal }))
  setTimeout(() => controller.abort(), 20)
  expect(await error).toBeInstanceOf(AbortError)
  expect(cancelled).toBe(true)
  const slow = await caught(collect(lm(model, { timeouts: { firstTokenMs: 20 } }), hello))
  expect(LMTimeoutError.is(slow) && slow.phase).toBe('first-token')
})

test('an object that is no model is refused with what is taken', () => {
  // A caller in JavaScript can write this.
  const wrong = { provider: 'x', modelId: 'y' } as never
  expect(() => lm(wrong)).toThrow(LMConfigurationError)
})
