import { expect, test } from 'vitest'
import { BudgetExceededError } from '../../errors/budget-exceeded-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { type Bill, pricedLM } from '../__fixtures__/priced-lm.ts'
import { seededRandom } from '../__fixtures__/seeded-random.ts'
import type { LM } from '../lm.ts'
import { retrying } from '../retry/retrying.ts'
import { Budget } from './budget.ts'
import { budgeted } from './budgeted.ts'

type Random = () => number

/** One call of some kind: plain, streamed, streamed and left, or aborted at some time. */
async function someCall(lm: LM, random: Random): Promise<unknown> {
  const controller = new AbortController()
  const kind = Math.floor(random() * 4)
  const request = { ...ask('hi', controller.signal), config: { maxTokens: 10, tags: ['a'] } }
  if (kind === 3) setTimeout(() => controller.abort(), random() * 3)
  try {
    if (kind === 0 || (kind === 3 && random() < 0.5)) return await lm.generate(request)
    const leaveAfter = kind === 1 ? Math.floor(random() * 3) : 99
    let seen = 0
    for await (const _event of lm.stream(request)) {
      seen += 1
      if (seen > leaveAfter) return undefined
    }
    return undefined
  } catch (error) {
    return error
  }
}

test.for([1, 2, 3, 4, 5, 6])('many calls at once never overspend, seed %i', async (seed) => {
  const random = seededRandom(seed)
  const bill: Bill = { calls: 0, usd: 0 }
  const usd = 0.5 + random() * 2
  const budget = new Budget({ usd, tags: { a: { usd: usd / 2 } } })
  const priced = pricedLM(random, bill, 0.01)
  const lm = budgeted(seed % 2 === 0 ? retrying(priced, { initialDelayMs: 0 }) : priced, budget)
  const outcomes: unknown[] = []
  for (let round = 0; round < 5; round += 1) {
    const calls = Array.from({ length: 40 }, () => someCall(lm, random))
    outcomes.push(...(await Promise.all(calls)))
    expect(budget.remaining().usd).toBeGreaterThanOrEqual(0)
  }
  expect(outcomes.some((outcome) => BudgetExceededError.is(outcome))).toBe(true)
  expect(bill.usd).toBeLessThanOrEqual(usd / 2)
  // No less is booked than the LM took but for streams that were left, which are booked by a bound.
  expect(budget.spent('a').usd).toBeLessThanOrEqual(usd / 2 + 1e-9)
  // Nothing stays set aside.
  expect(budget.remaining().usd).toBeCloseTo(usd - budget.spent().usd, 9)
})

test.for([7, 8])('calls at once never exceed a number of calls, seed %i', async (seed) => {
  const random = seededRandom(seed)
  const bill: Bill = { calls: 0, usd: 0 }
  const lm = budgeted(pricedLM(random, bill, 0.01), { calls: 25 })
  for (let round = 0; round < 12; round += 1) {
    await Promise.all(Array.from({ length: 30 }, () => someCall(lm, random)))
  }
  expect(bill.calls).toBe(25)
})
