import { expect, test } from 'vitest'
import { BudgetExceededError } from '../../errors/budget-exceeded-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { Budget, type BudgetClaim } from './budget.ts'
import type { BudgetOptions } from './budget-options.ts'
import type { BudgetPeriod } from './budget-period.ts'

const claim: BudgetClaim = { model: 'test/a', maxCostUSD: 0.1, tokens: 10, openEnded: false }
const spend = (budget: Budget, usd: number | null, more: Partial<BudgetClaim> = {}): void =>
  budget.reserve({ ...claim, ...more }).settle({ usd, tokens: 10, calls: 1 })

test('ten times ten cents are a dollar', () => {
  const budget = new Budget({ usd: 1 })
  for (let call = 0; call < 10; call += 1) spend(budget, 0.1)
  expect(() => spend(budget, 0.1)).toThrow(BudgetExceededError)
})

test.for<[BudgetPeriod, string, string]>([
  ['minute', '2026-03-31T23:59:59.999Z', '2026-04-01T00:00:00.000Z'],
  ['hour', '2026-03-31T23:59:00.000Z', '2026-04-01T00:00:00.000Z'],
  ['day', '2026-12-31T10:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['month', '2026-12-03T10:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  [1500, '2026-12-03T10:00:00.000Z', '2026-12-03T10:00:01.500Z'],
])('a budget per %s is whole again at its end', ([per, from, until]) => {
  let now = Date.parse(from)
  const budget = new Budget({ usd: 0.1, per, now: () => now })
  spend(budget, 0.1)
  expect(budget.resetsAt).toEqual(new Date(until))
  now = Date.parse(until) - 1
  expect(() => spend(budget, 0.1)).toThrow(BudgetExceededError)
  now = Date.parse(until)
  expect(budget.remaining().usd).toBe(0.1)
  spend(budget, 0.1)
})

test('a budget for a run never fills up again', () => {
  expect(new Budget({ usd: 1 }).resetsAt).toBeUndefined()
})

test('a call that ends after the period counts for the one it began in', () => {
  let now = 0
  const budget = new Budget({ usd: 1, per: 'minute', now: () => now })
  const reservation = budget.reserve(claim)
  now = 60_000
  reservation.settle({ usd: 0.1, tokens: 1, calls: 1 })
  expect(budget.spent().usd).toBe(0)
  expect(budget.remaining().usd).toBe(1)
})

test('a tag has its own limits beside those of all', () => {
  const budget = new Budget({ usd: 1, tags: { batch: { usd: 0.1 } } })
  spend(budget, 0.1, { tags: ['batch', 'batch', 'other'] })
  expect(() => spend(budget, 0.1, { tags: ['batch'] })).toThrow('budget, tag batch')
  spend(budget, 0.1, { tags: ['other'] })
  expect([budget.spent().usd, budget.spent('batch').usd]).toEqual([0.2, 0.1])
})

test('a call without a known bound sets aside the most that one of its model has cost', () => {
  const budget = new Budget({ usd: 1 })
  spend(budget, 0.4, { maxCostUSD: null })
  budget.reserve({ ...claim, maxCostUSD: null })
  expect(budget.remaining().usd).toBeCloseTo(0.2)
  expect(() => budget.reserve({ ...claim, maxCostUSD: null })).toThrow(BudgetExceededError)
})

test('a call without a known bound can set aside a given amount, or be refused', () => {
  const given = new Budget({ usd: 1, unknownCostUSD: 0.6 })
  spend(given, null, { maxCostUSD: null })
  expect(given.spent().usd).toBe(0.6)
  const strict = new Budget({ usd: 1, onUnknownCost: 'refuse' })
  expect(() => strict.reserve({ ...claim, maxCostUSD: null })).toThrow('is not known')
})

test('when the dollars are gone a call of unknown cost is refused, a free one is not', () => {
  const budget = new Budget({ usd: 0.1 })
  spend(budget, 0.1)
  expect(() => budget.reserve({ ...claim, maxCostUSD: null, model: 'test/new' })).toThrow('left')
  spend(budget, 0, { maxCostUSD: 0 })
})

test('tokens are set aside by estimate, for replies without end by the longest call so far', () => {
  const budget = new Budget({ tokens: 100 })
  budget.reserve({ ...claim, openEnded: true }).settle({ usd: 0, tokens: 60, calls: 1 })
  expect(() => budget.reserve({ ...claim, openEnded: true })).toThrow('60 tokens')
  budget.reserve(claim)
  expect(budget.remaining().tokens).toBe(30)
})

test('a reservation is settled once', () => {
  const budget = new Budget({ usd: 1 })
  const reservation = budget.reserve(claim)
  for (let time = 0; time < 3; time += 1) reservation.settle({ usd: 0.05, tokens: 1, calls: 1 })
  expect(budget.spent()).toEqual({ usd: 0.05, tokens: 1, calls: 1 })
})

test.for<[BudgetOptions, string]>([
  [{ usd: -1 }, 'usd'],
  [{ calls: Number.NaN }, 'calls'],
  [{ per: 0 }, 'per'],
  [{ tags: { a: { tokens: -1 } } }, 'tags.a.tokens'],
  [{ unknownCostUSD: -1 }, 'unknownCostUSD'],
])('an option that cannot be used is refused by name: %o', ([options, option]) => {
  expect(() => new Budget(options)).toThrow(OptionError)
  expect(() => new Budget(options)).toThrow(expect.objectContaining({ option }))
})

test.for([Number.NaN, Number.POSITIVE_INFINITY, -1])(
  'a call that says it cost %d books what was set aside, and the limits hold on',
  (wrong) => {
    const budget = new Budget({ usd: 0.2, tokens: 20 })
    const settled = (maxCostUSD: number): void =>
      budget.reserve({ ...claim, maxCostUSD }).settle({ usd: wrong, tokens: wrong, calls: 1 })
    settled(0.1)
    settled(0.1)
    expect(budget.spent()).toEqual({ usd: 0.2, tokens: 20, calls: 2 })
    expect(() => settled(0.1)).toThrow(BudgetExceededError)
    expect(() => settled(wrong)).toThrow(BudgetExceededError)
  },
)
