import {
  Allowance,
  cached,
  fallback,
  LMRateLimitError,
  LMServerError,
  retrying,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { ask } from './__fixtures__/ask.ts'
import { scriptedLM } from './__fixtures__/scripted-lm.ts'
import { router } from './router.ts'

const options = { strategy: 'ordered', random: () => 0 } as const
const down = [{ end: { throws: new LMServerError('down') } }]
const count = (lms: { requests: readonly unknown[] }[]): number =>
  lms.reduce((sum, { requests }) => sum + requests.length, 0)

test('routers of routers and retries make no more calls than the outermost allows', async () => {
  const lms = ['a', 'b', 'c', 'd'].map((name) => scriptedLM(`test/${name}`, down))
  const [a, b, c, d] = lms
  if (!(a && b && c && d)) throw new Error('no models')
  const inner = router({ models: [a, b], ...options })
  const other = router({ models: [retrying(c), d], ...options })
  const outer = router({ models: [inner, other], ...options, attempts: 4 })
  await caught(outer.generate(ask()))
  expect(count(lms)).toBe(4)
})

test('an allowance that came with the request binds', async () => {
  const lms = ['a', 'b', 'c'].map((name) => scriptedLM(`test/${name}`, down))
  const allowance = new Allowance({ attempts: 2 })
  await caught(router({ models: lms, ...options }).generate({ ...ask(), allowance }))
  expect(count(lms)).toBe(2)
  expect(allowance.remainingAttempts).toBe(0)
})

test('costs of routers in routers are added once', async () => {
  const dear = [{ end: { throws: new LMServerError('late', { costUSD: 1 }) } }]
  const a = scriptedLM('test/a', dear)
  const b = scriptedLM('test/b', [{}])
  const inner = router({ models: [a, b], ...options, attempts: 3 })
  const response = await router({ models: [inner], ...options }).generate(ask())
  expect(response.costUSD).toBeCloseTo(2.01)
})

test('a route that answers from a cache takes no call', async () => {
  const a = scriptedLM('test/a', [{}])
  const route = router({ models: [cached(a)], ...options })
  await route.generate(ask())
  const allowance = new Allowance({ attempts: 1 })
  expect((await route.generate({ ...ask(), allowance })).cached).toBe(true)
  expect(allowance.remainingAttempts).toBe(1)
})

test('a bound on the cost is that of all calls at the dearest model', () => {
  const a = scriptedLM('test/a', [], { maxCostUSD: () => 0.1 })
  const b = scriptedLM('test/b', [], { maxCostUSD: () => 0.3 })
  const unknown = scriptedLM('test/c', [])
  expect(router({ models: [a, b], attempts: 2 }).maxCostUSD?.(ask())).toBeCloseTo(0.6)
  expect(router({ models: [a, b], maxCostUSD: 0.2 }).maxCostUSD?.(ask())).toBe(0.2)
  expect(router({ models: [a, unknown] }).maxCostUSD?.(ask())).toBeNull()
})

test('a router can do what all of its models can, and holds as much as the largest', () => {
  const a = scriptedLM('test/a', [], {
    capabilities: { tools: true, jsonSchema: true, contextTokens: 9 },
  })
  const b = scriptedLM('test/b', [], { capabilities: { tools: true, contextTokens: 5 } })
  expect(router({ models: [a, b] }).capabilities).toMatchObject({
    tools: true,
    jsonSchema: false,
    contextTokens: 9,
  })
})

test('a router leaves calls, and does not wait, for another LM around it', async () => {
  const dead = router({ models: [scriptedLM('test/a', down)], ...options })
  const outer = router({ models: [dead, scriptedLM('test/b', [{}])], ...options, attempts: 3 })
  expect((await outer.generate(ask())).model).toBe('test/b')
  const slow = new LMRateLimitError('slow', { retryAfterMs: 5000 })
  const told = router({ models: [scriptedLM('test/c', [{ end: { throws: slow } }])], ...options })
  const start = performance.now()
  const response = await fallback(told, scriptedLM('test/d', [{}])).generate(ask())
  expect(response.model).toBe('test/d')
  expect(performance.now() - start).toBeLessThan(1000)
})
