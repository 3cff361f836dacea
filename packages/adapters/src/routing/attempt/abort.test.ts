import { getEventListeners } from 'node:events'
import { type LM, LMRateLimitError, LMServerError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { collect } from '../../__fixtures__/collect.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply, type ScriptedCall, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { Router } from '../router.ts'
import { router } from '../router.ts'

const options = { strategy: 'ordered' } as const
const silent: ScriptedCall = { end: 'silence', texts: [] }
const down: ScriptedCall = { end: { throws: new LMServerError('down') } }
const drain = async (route: Router, signal: AbortSignal): Promise<void> => {
  for await (const _ of route.stream(ask({ signal })));
}

async function aborted(work: (signal: AbortSignal) => Promise<unknown>, afterMs = 30) {
  const controller = new AbortController()
  const error = caught(work(controller.signal))
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  const since = performance.now()
  controller.abort('why')
  expect(await error).toMatchObject({ code: 'aborted', cause: 'why' })
  expect(performance.now() - since).toBeLessThan(50)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
}

test('an abort while the model thinks ends the call at once and leaves nothing behind', async () => {
  const a = scriptedLM('test/a', [silent])
  const route = router({ models: [a], ...options })
  await aborted((signal) => route.generate(ask({ signal })))
  await aborted((signal) => drain(route, signal))
  expect([a.requests.length, a.aborted, a.running]).toEqual([2, 2, 0])
  expect(route.health()[0]).toMatchObject({ circuit: 'closed', successRate: 1 })
})

test('an abort in the middle of a stream', async () => {
  const a = scriptedLM('test/a', [{ texts: ['half'], end: 'silence' }])
  await aborted((signal) => drain(router({ models: [a], ...options }), signal))
  expect([a.aborted, a.running]).toEqual([1, 0])
})

test('an abort while it waits to ask again', async () => {
  const a = scriptedLM('test/a', [down])
  const route = router({ models: [a], ...options, random: () => 0.99 })
  await aborted((signal) => route.generate(ask({ signal })))
  expect(a.requests).toHaveLength(1)
})

test('an abort while a rate limit is waited for', async () => {
  const a = scriptedLM('test/a', [
    { end: { throws: new LMRateLimitError('slow', { retryAfterMs: 5000 }) } },
  ])
  await aborted((signal) => router({ models: [a], ...options }).generate(ask({ signal })))
})

test('an abort while a circuit is waited for', async () => {
  const a = scriptedLM('test/a', [down])
  const route = router({ models: [a], ...options, attempts: 5, random: () => 0 })
  await caught(route.generate(ask()))
  await aborted((signal) => route.generate(ask({ signal })))
})

test('an abort while it waits for a place', async () => {
  const a = scriptedLM('test/a', [silent])
  const route = router({ models: [a], ...options, limits: { concurrency: 1 } })
  const first = new AbortController()
  const holding = caught(route.generate(ask(first)))
  await aborted((signal) => route.generate(ask({ signal })))
  first.abort()
  await holding
  const a2 = scriptedLM('test/a', [{}])
  expect((await router({ models: [a2], ...options }).generate(ask())).model).toBe('test/a')
  expect(a.requests).toHaveLength(1)
})

test('an abort of the probe makes room for another', async () => {
  const a = scriptedLM('test/a', (call) => (call < 5 ? down : call === 5 ? silent : {}))
  const route = router({
    models: [a],
    ...options,
    attempts: 5,
    random: () => 0,
    breaker: { openMs: 20 },
  })
  await caught(route.generate(ask()))
  await aborted((signal) => route.generate(ask({ signal })), 120)
  expect((await route.generate(ask())).model).toBe('test/a')
})

test('a reader who leaves early ends the call', async () => {
  const a = scriptedLM('test/a', [{ texts: ['a', 'b', 'c'] }])
  const controller = new AbortController()
  for await (const event of router({ models: [a], ...options }).stream(ask(controller))) {
    if (event.type === 'text-delta') break
  }
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(a.running).toBe(0)
  expect(a.requests[0]?.signal?.aborted).toBe(true)
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
})

test('a reader who leaves at a restart starts nothing more', async () => {
  const a = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }])
  const b = scriptedLM('test/b', [{}])
  for await (const event of router({ models: [a, b], ...options }).stream(ask())) {
    if (event.type === 'restart') break
  }
  expect(b.requests).toHaveLength(0)
})

test('a model that ignores its signal holds nobody up', async () => {
  const deaf = { model: 'test/deaf', generate: () => new Promise<never>(() => {}), stream: never }
  await aborted((signal) => router({ models: [deaf], ...options }).generate(ask({ signal })))
  await aborted((signal) => drain(router({ models: [deaf], ...options }), signal))
})

async function* never(): AsyncGenerator<never> {
  await new Promise<never>(() => {})
}

test('a stream whose `return` throws spoils neither its reply nor the next one', async () => {
  const odd: LM = {
    ...scriptedLM('test/a', [{}]),
    stream() {
      let step = 0
      const events = [{ type: 'finish' as const, response: reply('yes', 'test/a') }]
      return {
        [Symbol.asyncIterator]: () => ({
          async next() {
            const value = events[step]
            step += 1
            return value ? { done: false, value } : { done: true, value: undefined }
          },
          return() {
            throw new Error('odd')
          },
        }),
      }
    },
  }
  const { response } = await collect(router({ models: [odd], strategy: 'ordered' }), ask())
  expect(response.model).toBe('test/a')
})
