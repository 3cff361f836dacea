import { LMInvalidRequestError, LMRateLimitError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { ask } from '../__fixtures__/ask.ts'
import { type ScriptedCall, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { resolveBreakerOptions } from '../breaker/breaker-options.ts'
import { resolveRoute } from '../route/resolve-route.ts'
import { router } from '../router.ts'
import { admit } from './admission.ts'

const options = { strategy: 'ordered', random: () => 0.5 } as const
const limited = (retryAfterMs?: number): ScriptedCall => ({
  end: { throws: new LMRateLimitError('test/a: slow', { retryAfterMs }) },
})

test('a rate limit keeps every caller away from the model until its time', async () => {
  const a = scriptedLM('test/a', [limited(200), {}])
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options })
  expect((await route.generate(ask())).model).toBe('test/b')
  const others = await Promise.all(Array.from({ length: 10 }, () => route.generate(ask())))
  expect(new Set(others.map(({ model }) => model))).toEqual(new Set(['test/b']))
  expect(a.requests).toHaveLength(1)
  expect(route.plan(ask()).candidates[0]?.reason).toMatch(/takes the next call in 0\.\d s/)
})

test('with nobody else to ask, a request waits as long as it was told, and never less', async () => {
  const a = scriptedLM('test/a', [limited(150), {}])
  const start = performance.now()
  const response = await router({ models: [a], ...options }).generate(ask())
  expect(performance.now() - start).toBeGreaterThanOrEqual(149)
  expect(response.plan?.attempts).toHaveLength(2)
})

test('a wait longer than the deadline is not begun', async () => {
  const a = scriptedLM('test/a', [limited(60_000)])
  const start = performance.now()
  const error = await caught(router({ models: [a], ...options, deadlineMs: 1000 }).generate(ask()))
  expect(performance.now() - start).toBeLessThan(200)
  expect(error).toMatchObject({ code: 'all_routes_failed', cause: { code: 'lm_rate_limit' } })
})

test('a patient router waits for the better model, once', async () => {
  const a = scriptedLM('test/a', [limited(100), {}])
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options, patienceMs: 500 })
  expect((await route.generate(ask())).model).toBe('test/a')
  const c = scriptedLM('test/a', [limited()])
  const stubborn = router({ models: [c, b], ...options, patienceMs: 5000 })
  expect((await stubborn.generate(ask())).model).toBe('test/b')
  expect(c.requests).toHaveLength(2)
})

test('after a refusal that names no time all callers back off', async () => {
  const a = scriptedLM('test/a', [limited()])
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options })
  await route.generate(ask())
  await Promise.all(Array.from({ length: 20 }, () => route.generate(ask())))
  expect(a.requests).toHaveLength(1)
})

test('a crowd that was sent away comes back spread, and all are served', async () => {
  const starts: number[] = []
  const a = scriptedLM('test/a', (call) => {
    starts.push(performance.now())
    return call < 20 ? limited(200) : {}
  })
  const route = router({ models: [a], ...options, random: Math.random })
  const crowd = await Promise.all(Array.from({ length: 20 }, () => route.generate(ask())))
  expect(crowd).toHaveLength(20)
  const second = starts.slice(20)
  expect(Math.min(...second) - Math.max(...starts.slice(0, 20))).toBeGreaterThanOrEqual(195)
  expect(Math.max(...second) - Math.min(...second)).toBeGreaterThan(5)
})

test('the limits of a router hold, and calls above them go to the next model', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 20 }])
  const b = scriptedLM('test/b', [{ afterMs: 20 }])
  const route = router({ models: [{ model: a, limits: { concurrency: 2 } }, b], ...options })
  await Promise.all(Array.from({ length: 6 }, () => route.generate(ask())))
  expect([a.most, b.most]).toEqual([2, 4])
})

test('calls that no limit lets through wait their turn', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 3 }])
  const route = router({ models: [a], ...options, limits: { concurrency: 2 } })
  await Promise.all(Array.from({ length: 100 }, () => route.generate(ask())))
  expect([a.most, a.requests.length]).toEqual([2, 100])
})

test('a call that may not wait is turned away, and asked nobody', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 30 }])
  const route = router({ models: [a], ...options, limits: { concurrency: 1, maxQueue: 0 } })
  const first = route.generate(ask())
  expect(await caught(route.generate(ask()))).toMatchObject({
    code: 'all_routes_failed',
    cause: { code: 'lm_rate_limit' },
  })
  expect((await first).model).toBe('test/a')
  expect(a.requests).toHaveLength(1)
})

test('what no wait mends is not asked again, although the provider named a time', async () => {
  const invalid = new LMInvalidRequestError('test/a: bad', { status: 400, retryAfterMs: 1 })
  const a = scriptedLM('test/a', [{ end: { throws: invalid } }])
  expect(await caught(router({ models: [a], ...options }).generate(ask()))).toBe(invalid)
  expect(a.requests).toHaveLength(1)
})

test('the waits in two lines together keep within the time there is', async () => {
  const entry = { model: scriptedLM('test/a', [{}]), limits: { concurrency: 1 } }
  const route = resolveRoute(entry, 0, {}, undefined)
  const patience = {
    tokens: 1,
    maxWaitMs: 300,
    signal: undefined,
    breaker: resolveBreakerOptions(),
  }
  const first = await admit(route, patience)
  const elsewhere = await route.deployment.governor.admit(1)
  elsewhere.release({ error: new LMRateLimitError('slow', { retryAfterMs: 400 }) })
  const start = performance.now()
  const second = caught(admit(route, patience))
  setTimeout(() => first?.release({}), 200)
  expect(await second).toBeInstanceOf(LMRateLimitError)
  expect(performance.now() - start).toBeLessThan(400)
  expect([route.governor?.inFlight, route.deployment.governor.inFlight]).toEqual([0, 0])
})
