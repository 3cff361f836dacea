import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { drain } from '../__fixtures__/drain.ts'
import { pacedLM } from '../__fixtures__/paced-lm.ts'
import { reply } from '../__fixtures__/reply.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { cached } from './cached.ts'

const text = (events: readonly LMStreamEvent[]): string =>
  events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')

test('two hundred identical streams are one call, and one of them bears the cost', async () => {
  const inner = pacedLM(['a', 'b', 'c'], reply('abc'))
  const lm = cached(inner)
  const read = await Promise.all(Array.from({ length: 200 }, () => drain(lm.stream(ask()))))
  expect(inner.opened).toBe(1)
  expect(new Set(read.map(({ events }) => text(events)))).toEqual(new Set(['abc']))
  const replies = read.map(({ events }) => events.at(-1))
  expect(replies.every((event) => event?.type === 'finish')).toBe(true)
  const costs = replies.map((event) => (event?.type === 'finish' ? event.response.costUSD : null))
  expect(costs.filter((costUSD) => costUSD === 0.01)).toHaveLength(1)
  expect(costs.filter((costUSD) => costUSD === 0)).toHaveLength(199)
})

test('who comes late gets what was shown so far in one delta, then what follows', async () => {
  const inner = pacedLM(['a', 'b', 'c', 'd'], reply('abcd'))
  const lm = cached(inner)
  const early = lm.stream(ask())[Symbol.asyncIterator]()
  for (let count = 0; count < 3; count += 1) await early.next()
  const late = lm.stream(ask())[Symbol.asyncIterator]()
  expect((await late.next()).value).toEqual({ type: 'text-delta', index: 0, text: 'abc' })
  expect((await late.next()).value).toEqual({ type: 'text-delta', index: 0, text: 'd' })
  expect((await early.next()).value).toEqual({ type: 'text-delta', index: 0, text: 'd' })
  expect(inner.opened).toBe(1)
})

test('the first reader may leave: the others read on, and the reply is stored', async () => {
  const inner = pacedLM(['a', 'b', 'c'], reply('abc'))
  const lm = cached(inner)
  const following = lm.stream(ask())[Symbol.asyncIterator]()
  for await (const _event of lm.stream(ask())) {
    void following.next()
    break
  }
  expect(inner.signals[0]?.aborted).toBe(false)
  const { events } = await drain({ [Symbol.asyncIterator]: () => following })
  expect(text(events)).toBe('bc')
  expect(events.at(-1)).toEqual({ type: 'finish', response: reply('abc') })
  expect((await lm.generate(ask())).cached).toBe(true)
})

test('when all have left the stream is closed, and a newcomer starts afresh', async () => {
  const inner = pacedLM(['a', 'b'], reply('ab'))
  const lm = cached(inner)
  const readers = [lm.stream(ask()), lm.stream(ask())].map((it) => it[Symbol.asyncIterator]())
  for (const reader of readers) await reader.next()
  for (const reader of readers) await reader.return?.()
  expect(inner.closed).toBe(1)
  expect(inner.signals[0]?.aborted).toBe(true)
  expect(text((await drain(lm.stream(ask()))).events)).toBe('ab')
  expect(inner.opened).toBe(2)
})

test('an abort takes out its own reader at once, even while the LM is silent', async () => {
  const inner = pacedLM(['a', 'b'], reply('ab'), 40)
  const lm = cached(inner)
  const controller = new AbortController()
  const leaving = drain(lm.stream(ask('hi', controller.signal)))
  const staying = drain(lm.stream(ask()))
  await new Promise((resolve) => setTimeout(resolve, 5))
  const start = performance.now()
  controller.abort('bye')
  const { error } = await leaving
  expect(performance.now() - start).toBeLessThan(30)
  expect(error).toBeInstanceOf(AbortError)
  expect(error).toMatchObject({ cause: 'bye' })
  expect(inner.signals[0]?.aborted).toBe(false)
  expect(text((await staying).events)).toBe('ab')
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
})

test('the abort of the last reader reaches the LM with its reason, and waits for nothing', async () => {
  const inner = pacedLM(['a'], reply('a'), 10_000)
  const controller = new AbortController()
  const reading = drain(cached(inner).stream(ask('hi', controller.signal)))
  await new Promise((resolve) => setTimeout(resolve, 5))
  controller.abort('bye')
  expect((await reading).error).toBeInstanceOf(AbortError)
  expect(inner.signals[0]).toMatchObject({ aborted: true, reason: 'bye' })
})

test('a reader who aborts while not reading lets the LM go', async () => {
  const inner = pacedLM(['a', 'b'], reply('ab'))
  const controller = new AbortController()
  const reader = cached(inner).stream(ask('hi', controller.signal))[Symbol.asyncIterator]()
  await reader.next()
  controller.abort()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(inner.closed).toBe(1)
  await expect(reader.next()).rejects.toBeInstanceOf(AbortError)
  expect(await reader.next()).toEqual({ done: true, value: undefined })
})

test('a failure reaches every reader after what was shown, and is not kept', async () => {
  const error = new LMServerError('503')
  const inner = pacedLM(['a', 'b'], { throws: error })
  const lm = cached(inner)
  const read = await Promise.all([1, 2, 3].map(() => drain(lm.stream(ask()))))
  expect(read.map(({ events }) => text(events))).toEqual(['ab', 'ab', 'ab'])
  expect(read.map((each) => each.error === error)).toEqual([true, true, true])
  await drain(lm.stream(ask()))
  expect(inner.opened).toBe(2)
})

test('readers of other requests have streams of their own', async () => {
  const inner = pacedLM(['a'], reply('a'))
  const lm = cached(inner)
  await Promise.all([drain(lm.stream(ask('one'))), drain(lm.stream(ask('two')))])
  expect(inner.opened).toBe(2)
})
