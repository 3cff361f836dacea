import { expect, test } from 'vitest'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { LMResponse } from '../lm-response.ts'
import type { CacheStore } from './cache-store.ts'
import { cached } from './cached.ts'

const never = new Promise<never>(() => undefined)
const throwing = (): never => {
  throw new Error('store is down')
}
const rejecting = async (): Promise<never> => throwing()

test.for<[string, CacheStore]>([
  ['throws', { get: throwing, set: throwing }],
  ['rejects', { get: rejecting, set: rejecting }],
  ['never answers', { get: () => never, set: () => never }],
])('a store that %s is a miss and never a failure', async ([, store]) => {
  const two = [{ end: reply('one') }, { end: reply('two') }]
  const lm = cached(scriptedLM('test/a', two), { store, storeTimeoutMs: 5 })
  expect(await lm.generate(ask())).toEqual(reply('one'))
  const { events } = await drain(lm.stream(ask()))
  expect(events).toEqual([{ type: 'finish', response: reply('two') }])
})

test.for<[string, unknown]>([
  ['text', 'not a reply'],
  ['null', null],
  ['another shape', { model: 'test/a', choices: [] }],
  ['outputs without text', { ...reply('x'), outputs: [{ finishReason: 'stop' }] }],
  [
    'tool calls that are none',
    { ...reply('x'), outputs: [{ text: '', finishReason: 'tool_calls', toolCalls: 'x' }] },
  ],
  ['no usage', { ...reply('x'), usage: undefined }],
  ['what cannot be copied', { ...reply('x'), extra: () => undefined }],
])('a corrupt entry, %s, is a miss', async ([, entry]) => {
  // A store outside this process can hold anything, whatever its type says.
  const store: CacheStore = { get: () => entry as LMResponse, set: () => undefined }
  const lm = cached(scriptedLM('test/a', [{ end: reply('yes') }]), { store })
  expect(await lm.generate(ask())).toEqual(reply('yes'))
})

test('a store that answers later is awaited, gets the time to live, and serves the next call', async () => {
  const entries = new Map<string, LMResponse>()
  const ttls: (number | undefined)[] = []
  const store: CacheStore = {
    get: async (key) => entries.get(key),
    async set(key, response, ttlMs) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      ttls.push(ttlMs)
      entries.set(key, response)
    },
  }
  const lm = cached(scriptedLM('test/a', [{ end: reply('yes') }]), { store, ttlMs: 1000 })
  await lm.generate(ask())
  expect((await lm.generate(ask())).cached).toBe(true)
  expect(ttls).toEqual([1000])
})

test('an entry that fails after its time limit is nobody’s unhandled rejection', async () => {
  const late = async (): Promise<never> => {
    await new Promise((resolve) => setTimeout(resolve, 10))
    throw new Error('late')
  }
  const store: CacheStore = { get: late, set: late }
  const lm = cached(scriptedLM('test/a', [{ end: reply('yes') }]), { store, storeTimeoutMs: 2 })
  expect(await lm.generate(ask())).toEqual(reply('yes'))
  await new Promise((resolve) => setTimeout(resolve, 20))
})

test('a store that never answers costs a few requests its time limit, not all of them', async () => {
  let asked = 0
  const store: CacheStore = {
    get() {
      asked += 1
      return never
    },
    set: () => never,
  }
  const calls = Array.from({ length: 50 }, () => ({ end: reply('yes') }))
  const lm = cached(scriptedLM('test/a', calls), { store, storeTimeoutMs: 20 })
  const start = performance.now()
  for (let call = 0; call < 50; call += 1) await lm.generate(ask(`question ${call}`))
  expect(asked).toBe(2)
  expect(performance.now() - start).toBeLessThan(50 * 20)
})
