import {
  AbortError,
  BudgetExceededError,
  type LM,
  LMServerError,
  LMTimeoutError,
  OptionError,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { slowLM } from '../__fixtures__/slow-lm.ts'
import { BudgetLedger } from './budget-ledger.ts'
import type { CompileBudget } from './compile-budget.ts'
import { metered } from './metered.ts'

const request = { messages: [] }

async function callAtOnce(lm: LM, ledger: BudgetLedger, count: number): Promise<unknown[]> {
  const { generate } = metered(lm, ledger)
  const calls = Array.from({ length: count }, () => generate(request))
  const ended = await Promise.allSettled(calls)
  return ended.flatMap((call) => (call.status === 'rejected' ? [call.reason] : []))
}

describe('a budget in calls', () => {
  it('lets exactly that many calls be made, however many are wanted at once', async () => {
    const lm = slowLM({ costUSD: 1 })
    const ledger = new BudgetLedger({ calls: 7 })
    const refused = await callAtOnce(lm, ledger, 20)
    expect(lm.calls).toBe(7)
    expect(ledger.calls).toBe(7)
    expect(refused).toHaveLength(13)
    expect(refused.every((error) => BudgetExceededError.is(error))).toBe(true)
  })

  it('does not count what a cache answered', async () => {
    const lm = slowLM({ costUSD: 0, cached: true })
    const ledger = new BudgetLedger({ calls: 2 })
    expect(await callAtOnce(lm, ledger, 10)).toEqual([])
    expect(ledger.calls).toBe(0)
  })

  it('counts calls that failed', async () => {
    const lm = slowLM({ fail: new Error('down') })
    const ledger = new BudgetLedger({ calls: 3 })
    await callAtOnce(lm, ledger, 5)
    expect(lm.calls).toBe(3)
  })
})

describe('a budget in dollars', () => {
  it('is never exceeded by an LM that tells what a call can cost', async () => {
    const lm = slowLM({ costUSD: 0.3, maxCostUSD: 0.4 })
    const ledger = new BudgetLedger({ usd: 2 })
    const refused = await callAtOnce(lm, ledger, 20)
    // After 5 calls and $1.5 another one could cost $0.4, which fits; after 6 it does not.
    expect(lm.calls).toBe(6)
    expect(ledger.costUSD).toBeCloseTo(1.8)
    expect(refused).toHaveLength(14)
  })

  it('charges what a failed call is known to have cost', async () => {
    const fail = new LMServerError('half done', { costUSD: 0.25 })
    const lm = slowLM({ maxCostUSD: 0.4, fail })
    const ledger = new BudgetLedger({ usd: 1 })
    await callAtOnce(lm, ledger, 20)
    expect(lm.calls).toBe(3)
    expect(ledger.costUSD).toBe(0.75)
  })

  it('need not be there for a failure that may be billed to be told at its bound', async () => {
    const fail = new LMTimeoutError('slow', { phase: 'total' })
    const ledger = new BudgetLedger({ calls: 2 })
    await callAtOnce(slowLM({ maxCostUSD: 0.4, fail }), ledger, 5)
    expect([ledger.calls, ledger.costUSD]).toEqual([2, 0.8])
  })

  it('sets aside twice the dearest call so far of an LM that does not tell', async () => {
    let cost = 0.1
    const lm = slowLM({ costUSD: () => (cost = 0.3 - cost) })
    const ledger = new BudgetLedger({ usd: 2 })
    await callAtOnce(lm, ledger, 100)
    expect(ledger.costUSD).toBeLessThanOrEqual(2)
    expect(ledger.costUSD).toBeGreaterThan(1.5)
  })

  it('runs the first call of a model alone when its cost is not known', async () => {
    const lm = slowLM({ costUSD: 0.01 })
    await callAtOnce(lm, new BudgetLedger({ usd: 1 }), 10)
    expect(lm.underWayAtStart.slice(0, 2)).toEqual([0, 0])
    expect(Math.max(...lm.underWayAtStart)).toBeGreaterThan(3)
  })

  it('lets a call wait for money that others have set aside and do not need', async () => {
    const lm = slowLM({ costUSD: 0.1, maxCostUSD: 0.6 })
    const ledger = new BudgetLedger({ usd: 1 })
    expect(await callAtOnce(lm, ledger, 5)).toEqual([])
    expect(Math.max(...lm.underWayAtStart)).toBe(0)
  })

  it('refuses an LM whose calls have no known price, and says what to do', async () => {
    const ledger = new BudgetLedger({ usd: 1 })
    const refused = await callAtOnce(slowLM({ costUSD: null }), ledger, 3)
    expect(refused).toHaveLength(3)
    expect(refused.every((error) => OptionError.is(error))).toBe(true)
    expect(String(refused[0])).toContain('limit `budget.calls` instead')
  })

  it('charges what a call can cost when the provider may bill it though it failed', async () => {
    const lm = slowLM({ fail: new AbortError(), maxCostUSD: 0.5 })
    const ledger = new BudgetLedger({ usd: 1 })
    await callAtOnce(lm, ledger, 5)
    expect(lm.calls).toBe(2)
  })
})

describe('BudgetLedger', () => {
  it('stops waiting when the signal of a call fires, and lets the next in', async () => {
    const lm = slowLM({ costUSD: 0.1, maxCostUSD: 0.9 })
    const { generate } = metered(lm, new BudgetLedger({ usd: 1 }))
    const controller = new AbortController()
    const first = generate(request)
    const waiting = generate({ ...request, signal: controller.signal })
    const next = generate(request)
    controller.abort()
    await expect(waiting).rejects.toThrow(AbortError)
    await Promise.all([first, next])
    expect(lm.calls).toBe(2)
  })

  it('takes no call whose signal has fired already', async () => {
    const lm = new MockLM({})
    const call = metered(lm, new BudgetLedger({})).generate({
      ...request,
      signal: AbortSignal.abort(),
    })
    await expect(call).rejects.toThrow(AbortError)
    expect(lm.requests).toHaveLength(0)
  })

  it.each<CompileBudget>([{ usd: 0 }, { calls: -1 }, { calls: Number.NaN }])(
    'objects to %o',
    (budget) => {
      expect(() => new BudgetLedger(budget)).toThrow(OptionError)
    },
  )
})

describe('a budget that another run has spent of', () => {
  it('has so much less', async () => {
    const ledger = new BudgetLedger({ calls: 7, usd: 10 })
    ledger.charge({ calls: 4, costUSD: 2 })
    const lm = slowLM({ costUSD: 0.5 })
    await callAtOnce(lm, ledger, 20)
    expect([lm.calls, ledger.calls, ledger.costUSD]).toEqual([3, 7, 3.5])
  })

  it('has no dollars left when nobody knows how many there were', async () => {
    const ledger = new BudgetLedger({ usd: 10 })
    ledger.charge({ calls: 1, costUSD: null })
    const lm = slowLM({ costUSD: 0.5 })
    const refused = await callAtOnce(lm, ledger, 2)
    expect([lm.calls, refused.length, ledger.costUSD]).toEqual([0, 2, null])
  })
})
