import { expect, it } from 'vitest'
import { SearchBudget } from './search-budget.ts'

const run = (share: number | undefined, evaluations: number, isOver = false) => ({
  ledger: { share },
  time: { shareAtLook: undefined },
  spent: { calls: 0, costUSD: 0, evaluations },
  isOver,
})

it('has room for an eighth of the examples that its part of the budget pays for at what they have cost', () => {
  expect(new SearchBudget(run(0.1, 10), 0.5).room).toBe(5)
  expect(new SearchBudget(run(0.45, 10), 0.5).room).toBe(1)
})

it('has none when the part, or the budget, is used up', () => {
  expect(new SearchBudget(run(0.5, 10), 0.5).room).toBe(0)
  expect(new SearchBudget(run(0.7, 10), 0.5).room).toBe(0)
  expect(new SearchBudget(run(0.1, 10, true), 0.5).room).toBe(0)
})

it('begins with one example where nothing is known of the cost, and knows no limit where there is none', () => {
  expect(new SearchBudget(run(0, 0), 0.5).room).toBe(1)
  expect(new SearchBudget(run(0, 5), 0.5).room).toBe(Number.POSITIVE_INFINITY)
  expect(new SearchBudget(run(undefined, 0), 0.5).room).toBe(Number.POSITIVE_INFINITY)
})
