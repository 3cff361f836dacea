import { expect, test } from 'vitest'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { reply } from '../__fixtures__/reply.ts'
import { Governor } from './governor.ts'

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

test('after Retry-After nobody starts before that time, and those that wait come spread', async () => {
  const governor = new Governor({ random: () => 0.5 })
  const permit = await governor.admit(1)
  permit.release({ error: new LMRateLimitError('429', { retryAfterMs: 400 }) })
  const start = performance.now()
  const starts = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const place = await governor.admit(1)
      const passed = performance.now() - start
      place.release({ response: reply('yes') })
      return passed
    }),
  )
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(399)
  expect(Math.max(...starts)).toBeLessThan(700)
  expect(new Set(starts.map((ms) => Math.floor(ms / 2))).size).toBeGreaterThan(3)
})

test('a later and shorter Retry-After does not open the gate', async () => {
  const governor = new Governor()
  const [first, second] = await Promise.all([governor.admit(1), governor.admit(1)])
  first.release({ error: new LMRateLimitError('429', { retryAfterMs: 5000 }) })
  second.release({ error: new LMRateLimitError('429', { retryAfterMs: 5 }) })
  expect(governor.waitMs(1)).toBeGreaterThan(4900)
})

test.for([-1, Number.NaN, 0])('a Retry-After of %s is none', async (retryAfterMs) => {
  const governor = new Governor()
  const permit = await governor.admit(1)
  permit.release({ error: new LMRateLimitError('429', { retryAfterMs }) })
  expect(governor.waitMs(1)).toBe(0)
})

test('while the provider asks for a longer pause than the cap, calls are refused, waiting ones too', async () => {
  const governor = new Governor({ concurrency: 1 })
  const permit = await governor.admit(1)
  const waiting = governor.admit(1)
  permit.release({ error: new LMRateLimitError('429', { retryAfterMs: 1e12 }) })
  await expect(waiting).rejects.toThrow('maxRetryAfterMs')
  await expect(governor.admit(1)).rejects.toMatchObject({ code: 'lm_rate_limit' })
  // An hour at most, whatever a header says.
  expect(governor.waitMs(1)).toBeLessThan(3_700_000)
})

test('a rate that the headers call used up closes until it is whole, and never for long', async () => {
  const governor = new Governor({ maxRetryAfterMs: 200 })
  const permit = await governor.admit(1)
  const rateLimits = {
    requests: { remaining: 3, resetMs: 9000 },
    tokens: { remaining: 0, resetMs: 60 },
  }
  permit.release({ response: { ...reply('yes'), rateLimits } })
  expect(await timeOf(() => governor.admit(1))).toBeGreaterThanOrEqual(59)
  const next = await governor.admit(1)
  next.release({
    response: { ...reply('yes'), rateLimits: { requests: { remaining: 0, resetMs: 9000 } } },
  })
  expect(governor.waitMs(1)).toBeLessThan(300)
  expect(await timeOf(() => governor.admit(1))).toBeGreaterThanOrEqual(199)
})

test('the tokens of the reply take the place of the estimate', async () => {
  const governor = new Governor({ tokensPerMinute: 1000 })
  const permit = await governor.admit(900)
  expect(governor.waitMs(900)).toBeGreaterThan(40_000)
  permit.release({ response: reply('yes') })
  expect(governor.waitMs(900)).toBe(0)
  const greedy = await governor.admit(100)
  const usage = { inputTokens: 3000, outputTokens: 0 }
  greedy.release({ response: { ...reply('yes'), usage } })
  expect(governor.waitMs(1)).toBeGreaterThan(110_000)
})

test('a call above a minute of tokens starts when all are there', async () => {
  const governor = new Governor({ tokensPerMinute: 1000 })
  expect(governor.waitMs(5000)).toBe(0)
  const permit = await governor.admit(5000)
  expect(governor.waitMs(1)).toBeGreaterThan(230_000)
  permit.release({})
})

test('a reply from a cache costs neither a call nor tokens', async () => {
  const governor = new Governor({ requestsPerMinute: 1, tokensPerMinute: 100 })
  const permit = await governor.admit(100)
  permit.release({ response: { ...reply('yes'), cached: true } })
  expect(governor.waitMs(99)).toBeLessThan(50)
})
