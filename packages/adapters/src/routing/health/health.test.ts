import { getEventListeners } from 'node:events'
import { LMServerError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { openai } from '../../openai/openai.ts'
import { ask } from '../__fixtures__/ask.ts'
import { type ScriptedCall, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { router } from '../router.ts'

const down: ScriptedCall = { end: { throws: new LMServerError('test/a: down') } }
const ordered = { strategy: 'ordered', random: () => 0 } as const

test('a model that answered within the minute is healthy without a call', async () => {
  const a = scriptedLM('test/a', [{}])
  const route = router({ models: [a], ...ordered })
  expect(route.health()).toMatchObject([{ model: 'test/a', state: 'unknown', successRate: 1 }])
  await route.generate(ask())
  expect(await route.checkHealth()).toMatchObject([{ state: 'healthy', circuit: 'closed' }])
  expect(a.requests).toHaveLength(1)
})

test('a model nobody knows about is asked one word, once for all who check at the same time', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 20 }])
  const route = router({ models: [a], ...ordered })
  const checks = await Promise.all([route.checkHealth(), route.checkHealth(), route.checkHealth()])
  expect(checks.flat().map(({ state }) => state)).toEqual(['healthy', 'healthy', 'healthy'])
  expect(a.requests).toMatchObject([{ config: { maxTokens: 16 } }])
})

test('a check tells what is wrong, and a failure counts for the circuit', async () => {
  const a = scriptedLM('test/a', [down])
  const route = router({ models: [a], ...ordered, breaker: { failures: 2 } })
  expect(await route.checkHealth()).toMatchObject([
    { state: 'down', reason: 'A probe failed: test/a: down', circuit: 'closed' },
  ])
  expect(await route.checkHealth()).toMatchObject([{ state: 'down', circuit: 'open' }])
  expect(route.health()[0]?.reason).toMatch(/kept failing \(lm_server\); it is asked again in/)
})

test('a check closes the circuit of a model that is well again', async () => {
  const a = scriptedLM('test/a', (call) => (call < 5 ? down : {}))
  const route = router({ models: [a], ...ordered, attempts: 5 })
  await caught(route.generate(ask()))
  expect(route.health()).toMatchObject([{ state: 'down', circuit: 'open' }])
  expect(await route.checkHealth()).toMatchObject([{ circuit: 'closed' }])
  expect((await route.generate(ask())).model).toBe('test/a')
})

test('a silent model is down after the limit', async () => {
  const a = scriptedLM('test/a', [{ end: 'silence', texts: [] }])
  const [health] = await router({ models: [a], ...ordered }).checkHealth({ timeoutMs: 30 })
  expect(health).toMatchObject({ state: 'down' })
  expect([a.aborted, a.running]).toEqual([1, 0])
})

test('a signal ends the wait of its own caller, and the probe when nobody waits any more', async () => {
  const a = scriptedLM('test/a', [{ afterMs: 60 }])
  const route = router({ models: [a], ...ordered })
  const controller = new AbortController()
  const leaving = caught(route.checkHealth(controller))
  const staying = route.checkHealth()
  controller.abort()
  expect(await leaving).toMatchObject({ code: 'aborted' })
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  expect(await staying).toMatchObject([{ state: 'healthy' }])
  const b = scriptedLM('test/b', [{ end: 'silence', texts: [] }])
  const alone = new AbortController()
  const last = caught(router({ models: [b], ...ordered }).checkHealth(alone))
  await new Promise((resolve) => setTimeout(resolve, 10))
  alone.abort()
  await last
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect([b.aborted, b.running]).toEqual([1, 0])
})

test('a model without its key is down, says which, and is not asked', async () => {
  const route = router({ models: [openai('gpt-4o-mini', { env: {} })], ...ordered })
  const [health] = await route.checkHealth()
  expect(health).toMatchObject({ state: 'down' })
  expect(health?.reason).toContain('OPENAI_API_KEY')
})

test('a model that often fails is degraded', async () => {
  const a = scriptedLM('test/a', (call) => (call % 2 === 0 ? down : {}))
  const route = router({ models: [a], ...ordered })
  for (let i = 0; i < 3; i += 1) await route.generate(ask())
  expect(route.health()[0]).toMatchObject({ state: 'degraded', circuit: 'closed' })
})
