import { LMServerError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { collect } from '../../__fixtures__/collect.ts'
import { ask } from '../__fixtures__/ask.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { router } from '../router.ts'

const options = { strategy: 'ordered', random: () => 0, hedgeAfterMs: 30 } as const
const fails = { end: { throws: new LMServerError('down') } }

test('a stream without content for too long gets a rival, and the first content wins', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 500 }])
  const b = scriptedLM('test/b', [{ texts: ['from', ' b'], gapMs: 5 }])
  const start = performance.now()
  const { text, response } = await collect(router({ models: [a, b], ...options }), ask())
  expect(performance.now() - start).toBeLessThan(300)
  expect([text, response.model]).toEqual(['from b', 'test/b'])
  expect([a.aborted, a.running]).toEqual([1, 0])
  expect(response.plan?.attempts.map(({ outcome }) => outcome)).toEqual(['aborted', 'ok'])
  expect(response.plan?.candidates.map(({ verdict }) => verdict)).toEqual(['standby', 'chosen'])
})

test('the first model still wins when its content comes first', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 60 }])
  const b = scriptedLM('test/b', [{ afterMs: 500 }])
  const { response } = await collect(router({ models: [a, b], ...options }), ask())
  expect(response.model).toBe('test/a')
  expect([b.aborted, b.running]).toEqual([1, 0])
})

test('a fast model gets no rival', async () => {
  const a = scriptedLM('test/a', [{ texts: ['a', 'b'], gapMs: 50 }])
  const b = scriptedLM('test/b', [{}])
  await collect(router({ models: [a, b], ...options }), ask())
  await router({ models: [a, b], ...options, hedgeAfterMs: 1000 }).generate(ask())
  expect(b.requests).toHaveLength(0)
})

test('of two replies in one piece the first wins and the other is aborted', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 500 }])
  const b = scriptedLM('test/b', [{ afterMs: 5 }])
  const response = await router({ models: [a, b], ...options }).generate(ask())
  expect(response.model).toBe('test/b')
  expect([a.aborted, a.running]).toEqual([1, 0])
})

test('a rival that fails leaves the first one running, and both failing is a failure', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 100 }])
  const b = scriptedLM('test/b', [fails])
  expect((await router({ models: [a, b], ...options }).generate(ask())).model).toBe('test/a')
  const c = scriptedLM('test/c', [{ afterMs: 50, ...fails }])
  const error = await caught(router({ models: [c, b], ...options, attempts: 2 }).generate(ask()))
  expect(error).toMatchObject({ code: 'all_routes_failed', errors: [{}, {}] })
})

test('a model that fails before its time is followed by the next without a rival', async () => {
  const a = scriptedLM('test/a', [{ end: { throws: new Error('bug') } }])
  const b = scriptedLM('test/b', [{}])
  const { response } = await collect(router({ models: [a, b], ...options }), ask())
  expect(response.plan?.attempts).toHaveLength(2)
})

test('a rival counts as a call', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 80 }])
  const b = scriptedLM('test/b', [{}])
  const response = await router({ models: [a, b], ...options, attempts: 1 }).generate(ask())
  expect(response.model).toBe('test/a')
  expect(b.requests).toHaveLength(0)
})

test('an abort ends both', async () => {
  const a = scriptedLM('test/a', [{ end: 'silence', texts: [] }])
  const b = scriptedLM('test/b', [{ end: 'silence', texts: [] }])
  const controller = new AbortController()
  const reply = caught(router({ models: [a, b], ...options }).generate(ask(controller)))
  setTimeout(() => controller.abort(), 80)
  expect(await reply).toMatchObject({ code: 'aborted' })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect([a.aborted, b.aborted, a.running, b.running]).toEqual([1, 1, 0, 0])
})

test('a wait longer than a timer can be does not fire at once', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 50 }])
  const b = scriptedLM('test/b', [{}])
  await router({ models: [a, b], ...options, hedgeAfterMs: 1e12 }).generate(ask())
  expect(b.requests).toHaveLength(0)
})
