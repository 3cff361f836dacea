import { expect, test } from 'vitest'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { UnsupportedFeatureError } from '../../errors/unsupported-feature-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMFinishReason, LMResponse } from '../lm-response.ts'
import { cached } from './cached.ts'
import { memoryCache } from './memory-cache.ts'

const hit = (text: string): LMResponse => ({
  ...reply(text),
  usage: { inputTokens: 0, outputTokens: 0 },
  costUSD: 0,
  cached: true,
  savedUSD: 0.01,
})

test('the second of two equal requests is a hit: no call, no tokens, no cost, and what it saves is told', async () => {
  const inner = scriptedLM('test/a', [{ end: reply('yes') }])
  const lm = cached(inner)
  expect(await lm.generate(ask())).toEqual(reply('yes'))
  expect(await lm.generate(ask())).toEqual(hit('yes'))
  expect(inner.requests).toHaveLength(1)
})

test('another question, config or rollout id is another call', async () => {
  const inner = scriptedLM(
    'test/a',
    ['a', 'b', 'c', 'd'].map((text) => ({ end: reply(text) })),
  )
  const lm = cached(inner)
  const sampled = { ...ask(), config: { temperature: 1 } }
  for (const [request, text] of [
    [ask('one'), 'a'],
    [ask('two'), 'b'],
    [sampled, 'c'],
    [{ ...ask(), config: { temperature: 1, rolloutId: 1 } }, 'd'],
  ] as const) {
    expect(await lm.generate(request)).toEqual(reply(text))
  }
  // Sampling alone does not make requests distinct.
  expect(await lm.generate(sampled)).toEqual(hit('c'))
})

test('what a caller does to a reply changes nobody else’s', async () => {
  const lm = cached(scriptedLM('test/a', [{ end: reply('yes') }]))
  for (let call = 0; call < 3; call += 1) {
    const response = await lm.generate(ask())
    expect(response.outputs[0]?.text).toBe('yes')
    response.outputs.length = 0
  }
})

test.for<LMFinishReason>(['length', 'content_filter', 'error'])(
  'a reply that ended by %s is not stored',
  async (finishReason) => {
    const poor = { ...reply('poor'), outputs: [{ text: 'poor', finishReason }] }
    const inner = scriptedLM('test/a', [{ end: poor }, { end: reply('good') }])
    const lm = cached(inner)
    expect(await lm.generate(ask())).toEqual(poor)
    expect(await lm.generate(ask())).toEqual(reply('good'))
  },
)

test('an error is not stored', async () => {
  const error = new LMServerError('503')
  const lm = cached(scriptedLM('test/a', [{ end: { throws: error } }, { end: reply('yes') }]))
  await expect(lm.generate(ask())).rejects.toBe(error)
  expect(await lm.generate(ask())).toEqual(reply('yes'))
})

test('two hundred equal calls at once are one call, and one of them bears the cost', async () => {
  const inner = scriptedLM('test/a', [{ end: reply('yes') }])
  const lm = cached(inner)
  const replies = await Promise.all(Array.from({ length: 200 }, () => lm.generate(ask())))
  expect(inner.requests).toHaveLength(1)
  expect(replies.reduce((sum, { costUSD }) => sum + (costUSD ?? 0), 0)).toBe(0.01)
  expect(new Set(replies.map(({ outputs }) => outputs)).size).toBe(200)
})

test('a store may be shared; a namespace keeps tenants apart', async () => {
  const store = memoryCache()
  const lm = (text: string, namespace: string): LM =>
    cached(scriptedLM('test/a', [{ end: reply(text) }]), { store, namespace })
  expect(await lm('one', 'x').generate(ask())).toEqual(reply('one'))
  expect(await lm('two', 'x').generate(ask())).toEqual(hit('one'))
  expect(await lm('three', 'y').generate(ask())).toEqual(reply('three'))
})

test('a namespace can be told of each request; where it cannot, the request is not cached', async () => {
  const store = memoryCache()
  const keys: string[] = []
  const namespace = ({ config }: LMRequest): string => {
    const [tenant] = config?.tags ?? []
    if (tenant === 'unknown') throw new Error('who?')
    // A JavaScript caller may give nothing at all.
    return tenant as string
  }
  const texts = ['a', 'b', 'c', 'd', 'e', 'f']
  const inner = scriptedLM(
    'test/a',
    texts.map((text) => ({ end: reply(text) })),
  )
  const watched = {
    ...store,
    set: (key: string, ...rest: [LMResponse]) => {
      keys.push(key)
      return store.set(key, ...rest)
    },
  }
  const lm = cached(inner, { store: watched, namespace })
  const askAs = async (tags?: string[]): Promise<string | undefined> => {
    const request = tags ? { ...ask(), config: { tags } } : ask()
    return (await lm.generate(request)).outputs[0]?.text
  }
  expect([await askAs(['x']), await askAs(['y']), await askAs(['x'])]).toEqual(['a', 'b', 'a'])
  expect([await askAs(['unknown']), await askAs(['unknown'])]).toEqual(['c', 'd'])
  expect([await askAs(), await askAs()]).toEqual(['e', 'f'])
  expect(new Set(keys).size).toBe(2)
})

test('a request that the LM cannot take is passed on to it, whose error it is', async () => {
  const error = new UnsupportedFeatureError('no n')
  const inner: LM = {
    ...scriptedLM('test/a', [{ end: { throws: error } }]),
    fingerprint() {
      throw error
    },
  }
  const store = { get: () => reply('wrong'), set: () => undefined }
  await expect(cached(inner, { store }).generate(ask())).rejects.toBe(error)
})

test('what the cache did is told, and who is told can break nothing', async () => {
  const told: string[] = []
  const lm = cached(scriptedLM('test/a', [{ end: reply('yes') }, { end: reply('yes') }]), {
    onEvent({ type, model }) {
      told.push(`${type} ${model}`)
      throw new Error('ignored')
    },
  })
  await Promise.all([lm.generate(ask()), lm.generate(ask())])
  await lm.generate(ask())
  expect(told).toEqual(['miss test/a', 'stored test/a', 'shared test/a', 'hit test/a'])
  told.length = 0
  await Promise.all([drain(lm.stream(ask('new'))), drain(lm.stream(ask('new')))])
  await drain(lm.stream(ask('new')))
  expect(told).toEqual(['shared test/a', 'miss test/a', 'stored test/a', 'hit test/a'])
})

test('a reply is asked for again when its time is over', async () => {
  const inner = scriptedLM('test/a', [{ end: reply('old') }, { end: reply('new') }])
  const lm = cached(inner, { ttlMs: 20 })
  await lm.generate(ask())
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(await lm.generate(ask())).toEqual(reply('new'))
})

test('a request that is not JSON is answered without the cache', async () => {
  const circular: { self?: object } = {}
  circular.self = circular
  const inner = scriptedLM('test/a', [{ end: reply('one') }, { end: reply('two') }])
  const lm = cached(inner)
  const request = ask()
  Object.assign(request, { circular })
  expect(await lm.generate(request)).toEqual(reply('one'))
  expect(await lm.generate(request)).toEqual(reply('two'))
})

test('name, capabilities and cost bound are those of the LM', () => {
  const inner: LM = {
    ...scriptedLM('test/a', []),
    capabilities: { tools: true },
    maxCostUSD: () => 2,
  }
  const lm = cached(inner)
  expect(lm).toMatchObject({ model: 'test/a', capabilities: { tools: true } })
  expect(lm.maxCostUSD?.(ask())).toBe(2)
})

test.for([
  { ttlMs: 0 },
  { ttlMs: Number.NaN },
  { storeTimeoutMs: Number.POSITIVE_INFINITY },
  { storeFailures: 0 },
  { storeRestMs: -1 },
])('an option that cannot be used is refused: %o', (options) => {
  expect(() => cached(scriptedLM('test/a', []), options)).toThrow(OptionError)
})
