import { LMAuthError, LMServerError, LMUnsupportedModelError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { ask } from '../__fixtures__/ask.ts'
import { type ScriptedCall, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { router } from '../router.ts'

const down: ScriptedCall = { end: { throws: new LMServerError('test/a: down', { status: 503 }) } }
const options = { strategy: 'ordered', random: () => 0 } as const
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

test('a model that keeps failing is left alone, probed by one call of a hundred, and comes back', async () => {
  let isDown = true
  const a = scriptedLM('test/a', () => (isDown ? down : { afterMs: 30 }))
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options, breaker: { openMs: 100, maxOpenMs: 100 } })
  for (let i = 0; i < 3; i += 1) await route.generate(ask())
  expect(a.requests).toHaveLength(5)
  expect(route.plan(ask()).candidates[0]).toMatchObject({ verdict: 'standby' })
  await Promise.all(Array.from({ length: 20 }, () => route.generate(ask())))
  expect(a.requests).toHaveLength(5)
  isDown = false
  await pause(110)
  const models = await Promise.all(Array.from({ length: 100 }, () => route.generate(ask())))
  expect(a.requests).toHaveLength(6)
  expect(models.filter(({ model }) => model === 'test/a')).toHaveLength(1)
  expect((await route.generate(ask())).model).toBe('test/a')
})

test('a model that fails for a while costs few calls, and serves again within one pause', async () => {
  let isDown = true
  const a = scriptedLM('test/a', () => (isDown ? down : {}))
  const b = scriptedLM('test/b', [{}])
  // A benchmark's scenario of 80 s, sixty times as fast.
  const route = router({ models: [a, b], ...options, breaker: { openMs: 83, maxOpenMs: 333 } })
  const served: string[] = []
  const start = performance.now()
  for (let i = 0; i < 20; i += 1) {
    await pause(start + i * 66 - performance.now())
    isDown = performance.now() - start < 1000
    served.push((await route.generate(ask())).model)
  }
  const whileDown = served.lastIndexOf('test/b') + 1
  expect(whileDown).toBeLessThan(20)
  expect(a.requests.length - (20 - whileDown)).toBeLessThanOrEqual(10)
})

test('two routers share what they know of a model', async () => {
  const a = scriptedLM('test/a', [down])
  const b = scriptedLM('test/b', [{}])
  const one = router({ models: [a, b], ...options })
  for (let i = 0; i < 3; i += 1) await one.generate(ask())
  const calls = a.requests.length
  await router({ models: [a, b], ...options }).generate(ask())
  expect(a.requests).toHaveLength(calls)
})

test('with nobody else to ask, a request waits for the circuit, and the rest of the crowd for the probe', async () => {
  const a = scriptedLM('test/a', (call) => (call < 5 ? down : { afterMs: 20 }))
  const route = router({ models: [a], ...options, attempts: 5, breaker: { openMs: 80 } })
  await caught(route.generate(ask()))
  expect(a.requests).toHaveLength(5)
  const crowd = await Promise.all(Array.from({ length: 50 }, () => route.generate(ask())))
  expect(crowd).toHaveLength(50)
  expect(a.requests).toHaveLength(55)
})

test('when no circuit opens within the deadline, the error says when to come back', async () => {
  const a = scriptedLM('test/a', [down])
  const route = router({ models: [a], ...options, attempts: 5, breaker: { openMs: 5000 } })
  await caught(route.generate(ask()))
  const hurried = router({ models: [a], ...options, deadlineMs: 50 })
  const start = performance.now()
  const error = await caught(hurried.generate(ask()))
  expect(performance.now() - start).toBeLessThan(40)
  expect(error).toMatchObject({ code: 'all_routes_failed' })
  expect(Reflect.get(Object(error), 'retryAfterMs')).toBeGreaterThan(4000)
})

test('a refused key shuts all models of the account, and no others', async () => {
  const refused: ScriptedCall = { end: { throws: new LMAuthError('test/a: key') } }
  const a = scriptedLM('test/a', [refused], { account: 'test#1' })
  const sister = scriptedLM('test/b', [{}], { account: 'test#1' })
  const other = scriptedLM('test/c', [{}], { account: 'test#2' })
  const route = router({ models: [a, sister, other], ...options })
  expect((await route.generate(ask())).model).toBe('test/c')
  expect((await route.generate(ask())).model).toBe('test/c')
  expect(a.requests).toHaveLength(1)
  expect(sister.requests).toHaveLength(0)
  expect(route.health()[1]).toMatchObject({ state: 'down', circuit: 'open' })
})

test('a check that succeeds opens the account again', async () => {
  const refused: ScriptedCall = { end: { throws: new LMAuthError('test/a: key') } }
  const a = scriptedLM('test/a', (call) => (call === 0 ? refused : {}), { account: 'test#3' })
  const route = router({ models: [a], ...options })
  await caught(route.generate(ask()))
  expect(await route.checkHealth()).toMatchObject([{ state: 'healthy', circuit: 'closed' }])
  expect((await route.generate(ask())).model).toBe('test/a')
})

test('a model that the provider does not know is not asked again soon', async () => {
  const a = scriptedLM('test/a', [{ end: { throws: new LMUnsupportedModelError('what?') } }])
  const b = scriptedLM('test/b', [{}])
  const route = router({ models: [a, b], ...options })
  for (let i = 0; i < 3; i += 1) await route.generate(ask())
  expect(a.requests).toHaveLength(1)
})

test('while an account is shut nobody waits for it, and its error is the cause', async () => {
  const error = new LMAuthError('test/a: key')
  const a = scriptedLM('test/a', [{ end: { throws: error } }], { account: 'test#4' })
  const route = router({ models: [a], ...options, deadlineMs: 60_000 })
  await caught(route.generate(ask()))
  const start = performance.now()
  expect(await caught(route.generate(ask()))).toMatchObject({
    code: 'all_routes_failed',
    cause: error,
  })
  expect(performance.now() - start).toBeLessThan(100)
  expect(a.requests).toHaveLength(1)
})

test('calls are left for every model before one is asked again', async () => {
  const ill = ['a', 'b', 'c'].map((name) => scriptedLM(`test/${name}`, [down]))
  const well = scriptedLM('test/d', [{}])
  const response = await router({ models: [...ill, well], ...options }).generate(ask())
  expect(response.model).toBe('test/d')
  expect(ill.map(({ requests }) => requests.length)).toEqual([1, 1, 1])
})

test('what is no reply counts as a failure', async () => {
  const odd = { ...scriptedLM('test/a', []), generate: async () => JSON.parse('{"text":"hi"}') }
  const b = scriptedLM('test/b', [{}])
  const response = await router({ models: [odd, b], ...options }).generate(ask())
  expect(response.model).toBe('test/b')
  expect(response.plan?.attempts[0]?.outcome).toBe('lm_unexpected')
})
