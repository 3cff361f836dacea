import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { reply } from '../__fixtures__/reply.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { LM } from '../lm.ts'
import type { LMResponse } from '../lm-response.ts'
import type { CacheStore } from './cache-store.ts'
import { cached } from './cached.ts'

const settle = (durationMs = 5): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs))
const slowStore: CacheStore = {
  async get() {
    await settle(20)
    return undefined
  },
  set: () => undefined,
}

test('one caller’s abort does not abort the others; the LM is aborted when all have left', async () => {
  const signals: AbortSignal[] = []
  const pending: LM = {
    ...scriptedLM('test/a', []),
    generate({ signal }) {
      if (signal) signals.push(signal)
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    },
  }
  const lm = cached(pending)
  const controllers = [new AbortController(), new AbortController()] as const
  const calls = controllers.map(({ signal }) => lm.generate(ask('hi', signal)))
  await settle()
  controllers[0].abort()
  await expect(calls[0]).rejects.toBeInstanceOf(AbortError)
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  controllers[1].abort()
  await expect(calls[1]).rejects.toBeInstanceOf(AbortError)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
})

test('a reply that comes after all have left is not stored', async () => {
  const controller = new AbortController()
  const finish: ((response: LMResponse) => void)[] = []
  const deaf: LM = {
    ...scriptedLM('test/a', []),
    generate: () => new Promise((resolve) => finish.push(resolve)),
  }
  const lm = cached(deaf)
  const left = lm.generate(ask('hi', controller.signal))
  await settle()
  controller.abort()
  await expect(left).rejects.toBeInstanceOf(AbortError)
  finish[0]?.(reply('late'))
  await settle()
  const again = lm.generate(ask())
  await settle()
  finish[1]?.(reply('fresh'))
  expect(await again).toEqual(reply('fresh'))
})

test('a caller that leaves while the store is searched causes no call', async () => {
  const inner = scriptedLM('test/a', [])
  const lm = cached(inner, { store: slowStore })
  const controller = new AbortController()
  const generating = lm.generate(ask('hi', controller.signal))
  const streaming = drain(lm.stream(ask('hi', controller.signal)))
  controller.abort()
  await expect(generating).rejects.toBeInstanceOf(AbortError)
  expect((await streaming).error).toBeInstanceOf(AbortError)
  await settle(30)
  expect(inner.requests).toHaveLength(0)
})

test('a signal that has fired before gets AbortError, even for a hit', async () => {
  const lm = cached(scriptedLM('test/a', [{ end: reply('yes') }]))
  await lm.generate(ask())
  await expect(lm.generate(ask('hi', AbortSignal.abort()))).rejects.toBeInstanceOf(AbortError)
})
