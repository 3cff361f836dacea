import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { BudgetExceededError } from '../../errors/budget-exceeded-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply } from '../__fixtures__/reply.ts'
import { type ScriptedCall, type ScriptedLM, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { cached } from '../cache/cached.ts'
import { fallback } from '../fallback/fallback.ts'
import type { LM } from '../lm.ts'
import { retrying } from '../retry/retrying.ts'
import { Budget } from './budget.ts'
import { budgeted } from './budgeted.ts'

const answers: ScriptedCall = { texts: ['y'.repeat(40)], end: reply('yes') }
const bounded = (script: ScriptedCall[], boundUSD = 0.02): LM & ScriptedLM =>
  Object.assign(scriptedLM('test/a', script), { maxCostUSD: () => boundUSD })

test('a call that could exceed the budget is not made, and the error says what is left', async () => {
  const budget = new Budget({
    usd: 0.025,
    name: 'demo',
    per: 'day',
    now: () => Date.UTC(2026, 0, 31, 9),
  })
  const lm = bounded([answers])
  await budgeted(lm, budget).generate(ask())
  expect(budget.spent()).toEqual({ usd: 0.01, tokens: 5, calls: 1 })
  expect(budget.remaining().usd).toBeCloseTo(0.015)
  const refused: unknown = await budgeted(lm, budget)
    .generate(ask())
    .catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(BudgetExceededError)
  expect(refused).toMatchObject({
    budget: 'demo',
    limit: 'usd',
    left: expect.closeTo(0.015),
    resetsAt: new Date(Date.UTC(2026, 1, 1)),
    message: expect.stringMatching(/\$0\.02 .*demo.*\$0\.015 left.*2026-02-01T00:00:00/s),
  })
  expect(lm.requests).toHaveLength(1)
})

test('a failed call costs what it is known to have cost, else nothing', async () => {
  const budget = new Budget({ usd: 1, calls: 10 })
  const fails = (costUSD?: number): ScriptedCall => ({
    end: { throws: new LMServerError('x', { costUSD }) },
  })
  const lm = budgeted(bounded([fails(), fails(0.005)]), budget)
  await expect(lm.generate(ask())).rejects.toThrow('x')
  expect(budget.spent()).toEqual({ usd: 0, tokens: 0, calls: 0 })
  await expect(lm.generate(ask())).rejects.toThrow('x')
  expect(budget.spent()).toEqual({ usd: 0.005, tokens: 0, calls: 1 })
})

test('all attempts of a call are booked, also those that only `retrying` saw', async () => {
  const budget = new Budget({ usd: 1 })
  const dear: ScriptedCall = { end: { throws: new LMServerError('503', { costUSD: 0.1 }) } }
  const options = { initialDelayMs: 0 }
  await budgeted(retrying(bounded([dear, answers]), options), budget).generate(ask())
  expect(budget.spent().usd).toBeCloseTo(0.11)
  const failing = budgeted(retrying(bounded([dear, dear, dear]), options), budget)
  await expect(failing.generate(ask())).rejects.toThrow('503')
  expect(budget.spent().usd).toBeCloseTo(0.41)
})

test('a reply from a cache costs nothing', async () => {
  const budget = new Budget({ usd: 1, calls: 5 })
  const lm = budgeted(cached(bounded([answers])), budget)
  await lm.generate(ask())
  await lm.generate(ask())
  expect(budget.spent()).toMatchObject({ usd: 0.01, calls: 1 })
})

test('a stream that is left is booked by the part that was seen, one that was not begun by nothing', async () => {
  const budget = new Budget({ usd: 1 })
  const lm = budgeted(bounded([answers, answers], 0.1), budget)
  // 40 input tokens; of 60 possible ones of the reply ten were seen.
  const request = { ...ask('x'.repeat(160)), config: { maxTokens: 60 } }
  for await (const _event of lm.stream(request)) break
  expect(budget.spent()).toEqual({ usd: expect.closeTo(0.05), tokens: 50, calls: 1 })
  lm.stream(request)
  expect(budget.remaining().usd).toBeCloseTo(0.95)
})

test('an abort gives back what was set aside, and leaves no listener', async () => {
  const budget = new Budget({ usd: 1 })
  const lm = budgeted(
    {
      ...bounded([]),
      generate: ({ signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new AbortError()), { once: true })
        }),
    },
    budget,
  )
  const controller = new AbortController()
  const pending = lm.generate(ask('hi', controller.signal))
  expect(budget.remaining().usd).toBe(0.98)
  controller.abort()
  await expect(pending).rejects.toBeInstanceOf(AbortError)
  expect(budget.remaining().usd).toBe(1)
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
})

test('it is no reason to try again, and a `fallback` goes on to an LM that is free', async () => {
  const dear = bounded([], 5)
  const free = Object.assign(scriptedLM('local/free', [{ end: reply('yes', 'local/free') }]), {
    maxCostUSD: () => 0,
  })
  const budget = new Budget({ usd: 1 })
  const retried = retrying(budgeted(dear, budget))
  const lm = fallback(retried, budgeted(free, budget))
  expect((await lm.generate(ask())).model).toBe('local/free')
  await expect(retried.generate(ask())).rejects.toBeInstanceOf(BudgetExceededError)
  expect(dear.requests).toHaveLength(0)
})
