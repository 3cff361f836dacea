import { LMTimeoutError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { collect } from '../../__fixtures__/collect.ts'
import { ask } from '../__fixtures__/ask.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { resolveRoute } from '../route/resolve-route.ts'
import { router } from '../router.ts'
import { RequestFacts } from '../rules/request-facts.ts'
import { attemptTimeouts } from './attempt-timeouts.ts'

const options = { strategy: 'ordered', random: () => 0 } as const
const silent = [{ end: 'silence', texts: [] }] as const
const stalls = [{ end: 'silence', texts: ['half'] }] as const

test('a silent model is left after the first-token limit, aborted, and not asked again', async () => {
  const a = scriptedLM('test/a', silent)
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options, timeouts: { firstTokenMs: 40 } })
  const { response } = await collect(route, ask())
  expect(response.model).toBe('test/b')
  expect(response.plan?.attempts[0]).toMatchObject({ model: 'test/a', outcome: 'lm_timeout' })
  expect([a.requests.length, a.aborted, a.running]).toEqual([1, 1, 0])
})

test('a stream that stands still is left after the idle limit, and starts again elsewhere', async () => {
  const a = scriptedLM('test/a', stalls)
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options, timeouts: { idleMs: 40 } })
  const { events } = await collect(route, ask())
  expect(events[1]).toMatchObject({
    type: 'restart',
    reason: { code: 'lm_timeout', phase: 'idle' },
  })
  expect(a.aborted).toBe(1)
})

test('a stream that trickles on is left after the total limit', async () => {
  const texts = Array.from({ length: 100 }, () => 'x')
  const a = scriptedLM('test/a', [{ texts, gapMs: 10 }])
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options, timeouts: { totalMs: 60 } })
  expect((await collect(route, ask())).response.model).toBe('test/b')
})

test('a reply in one piece that takes too long is left', async () => {
  const a = scriptedLM('test/a', silent)
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options, timeouts: { attemptMs: 40 } })
  expect((await route.generate(ask())).model).toBe('test/b')
  expect(a.requests).toHaveLength(1)
})

test('the deadline ends a call that is under way', async () => {
  const a = scriptedLM('test/a', silent)
  const start = performance.now()
  const error = await caught(router({ models: [a], ...options, deadlineMs: 60 }).generate(ask()))
  expect(performance.now() - start).toBeLessThan(200)
  expect(error).toMatchObject({ code: 'all_routes_failed', cause: { code: 'lm_timeout' } })
  expect(LMTimeoutError.is(Reflect.get(Object(error), 'cause'))).toBe(true)
  expect(a.running).toBe(0)
})

test('a slow reader trips no limit', async () => {
  const a = scriptedLM('test/a', [{ texts: ['a', 'b', 'c'] }])
  const route = router({ models: [a], ...options, timeouts: { idleMs: 30, totalMs: 60 } })
  let text = ''
  for await (const event of route.stream(ask())) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (event.type === 'text-delta') text += event.text
  }
  expect(text).toBe('abc')
})

const setting = { alternative: true, streamed: true, remainingMs: Number.POSITIVE_INFINITY }
const facts = new RequestFacts(ask())
const route = (model: string, local = false) =>
  resolveRoute(scriptedLM(model, [], { local }), 0, {}, undefined)

test('a model is hurried only while another is left, and only if it does not think unseen', () => {
  const limit = (model: string, changes: Partial<typeof setting> = {}, local = false) =>
    attemptTimeouts(route(model, local), facts, {}, { ...setting, ...changes })
  expect(limit('test/a')).toMatchObject({ firstTokenMs: 10_000, idleMs: 30_000 })
  expect(limit('test/a', { alternative: false }).firstTokenMs).toBe(Number.POSITIVE_INFINITY)
  expect(limit('openai/o3').firstTokenMs).toBe(Number.POSITIVE_INFINITY)
  expect(limit('test/a', {}, true)).toMatchObject({ firstTokenMs: 120_000, idleMs: 120_000 })
  expect(limit('test/a', { streamed: false }).totalMs).toBe(120_000)
  expect(limit('test/a', { streamed: false, remainingMs: 50 }).totalMs).toBe(50)
  const thinking = new RequestFacts(ask({ reasoningEffort: 'high' }))
  expect(attemptTimeouts(route('test/a'), thinking, {}, setting).firstTokenMs).toBe(
    Number.POSITIVE_INFINITY,
  )
})
