import { expect, test } from 'vitest'
import { LMInvalidRequestError } from '../../errors/lm-invalid-request-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { LMTimeoutError } from '../../errors/lm-timeout-error.ts'
import { LMTransportError } from '../../errors/lm-transport-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply } from '../__fixtures__/reply.ts'
import { type ScriptedCall, type ScriptedLM, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { Allowance } from '../attempts/allowance.ts'
import { fallback } from '../fallback/fallback.ts'
import { collect } from '../stream/collect.ts'
import { RetryBudget } from './retry-budget.ts'
import { retrying } from './retrying.ts'

const fails = (error: unknown): ScriptedCall => ({ end: { throws: error } })
const answers: ScriptedCall = { end: reply('yes') }
const served = (): ScriptedLM => scriptedLM('test/b', [{ end: reply('yes', 'test/b') }])
const quick = { initialDelayMs: 0 }

test('after a broken connection the first retry is at once, on a fresh socket', async () => {
  const lm = scriptedLM('test/a', [fails(new LMTransportError('reset')), answers])
  const start = performance.now()
  await retrying(lm, { initialDelayMs: 5000, random: () => 0.9 }).generate(ask())
  expect(performance.now() - start).toBeLessThan(200)
})

test('a conflict is tried again, a silent route never', async () => {
  const conflict = fails(new LMInvalidRequestError('conflict', { status: 409 }))
  expect(await retrying(scriptedLM('test/a', [conflict, answers]), quick).generate(ask())).toEqual(
    reply('yes'),
  )
  const silent = scriptedLM('test/a', [fails(new LMTimeoutError('…', { phase: 'first-token' }))])
  await expect(retrying(silent, quick).generate(ask())).rejects.toThrow('…')
})

test('with another LM ready a failing one is asked once more and then left', async () => {
  const down = fails(new LMServerError('503'))
  const first = scriptedLM('test/a', [down, down, down])
  const response = await fallback(retrying(first, { ...quick, attempts: 9 }), served()).generate(
    ask(),
  )
  expect(response.model).toBe('test/b')
  expect(first.requests).toHaveLength(2)
})

test('with another LM ready an ordered wait is not sat out, with none it is', async () => {
  const busy = fails(new LMRateLimitError('429', { retryAfterMs: 150 }))
  const start = performance.now()
  await fallback(retrying(scriptedLM('test/a', [busy]), quick), served()).generate(ask())
  expect(performance.now() - start).toBeLessThan(100)
  const last = fallback(served(), retrying(scriptedLM('test/a', [busy, answers]), quick))
  await last.generate(ask())
  const only = fallback(retrying(scriptedLM('test/a', [busy, answers]), quick))
  await only.generate(ask())
  expect(performance.now() - start).toBeGreaterThanOrEqual(149)
})

test('the reply costs what all attempts are known to have cost, its usage is its own', async () => {
  const dear = fails(new LMServerError('cut', { costUSD: 0.5 }))
  const script = [dear, fails(new LMServerError('503')), answers]
  const plain = await retrying(scriptedLM('test/a', script), quick).generate(ask())
  expect(plain).toEqual({ ...reply('yes'), costUSD: 0.51 })
  const streamed = await collect(retrying(scriptedLM('test/a', script), quick).stream(ask()))
  expect(streamed).toEqual({ ...reply('yes'), costUSD: 0.51 })
})

test('a reply whose cost is not known has no known sum', async () => {
  const script = [
    fails(new LMServerError('cut', { costUSD: 1 })),
    { end: { ...reply('yes'), costUSD: null } },
  ]
  const response = await retrying(scriptedLM('test/a', script), quick).generate(ask())
  expect(response.costUSD).toBeNull()
})

test('retries are a small share of all calls once the budget is used up', async () => {
  let calls = 0
  const down = {
    ...served(),
    async generate(): Promise<never> {
      calls += 1
      throw new LMServerError('503')
    },
  }
  const retryBudget = new RetryBudget({ capacity: 10 })
  const lm = retrying(down, { ...quick, retryBudget })
  for (let request = 0; request < 200; request += 1) await lm.generate(ask()).catch(() => {})
  // 200 requests, ten retries from the start and one for ten requests.
  expect(calls).toBeLessThanOrEqual(200 + 10 + 20)
  expect(calls).toBeGreaterThan(220)
  expect(retryBudget.remaining).toBe(0)
})

test('a wait that the provider named does not use up the budget', async () => {
  const retryBudget = new RetryBudget({ capacity: 0 })
  const busy = fails(new LMRateLimitError('429', { retryAfterMs: 1 }))
  const lm = retrying(scriptedLM('test/a', [busy, answers]), { ...quick, retryBudget })
  expect(await lm.generate(ask())).toEqual(reply('yes'))
})

test('the deadline of the request binds, though that of `retrying` is later', async () => {
  const lm = scriptedLM('test/a', [fails(new LMRateLimitError('429', { retryAfterMs: 5000 }))])
  const start = performance.now()
  const request = { ...ask(), allowance: new Allowance({ deadlineMs: 1000 }) }
  await expect(retrying(lm, { deadlineMs: 60_000 }).generate(request)).rejects.toThrow('429')
  expect(performance.now() - start).toBeLessThan(200)
})
