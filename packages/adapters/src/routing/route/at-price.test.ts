import { Budget, BudgetExceededError, type LM } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { collect } from '../../__fixtures__/collect.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { router } from '../router.ts'

const million = { inputTokens: 1_000_000, outputTokens: 1_000_000 }

/** An LM that tells neither bound nor cost. */
function silent(): LM {
  return scriptedLM('own/a', [{ end: { ...reply('yes', 'own/a'), usage: million, costUSD: null } }])
}

const models = (): { model: LM; price: { input: number; output: number } }[] => [
  { model: silent(), price: { input: 1, output: 2 } },
]

test('a budget counts the calls of a model by the price of its route, plain ones and streams', async () => {
  const budget = new Budget({ usd: 7 })
  const route = router({ models: models(), budget })
  expect((await route.generate(ask())).costUSD).toBe(3)
  await collect(route, ask())
  expect(budget.spent().usd).toBe(6)
  const error = await caught(route.generate(ask({ maxTokens: 1_000_000 })))
  expect(error).toBeInstanceOf(BudgetExceededError)
})

test('a route that could cost more than the request may is refused by its own price', async () => {
  const route = router({ models: models(), maxCostUSD: 1.5 })
  expect(await caught(route.generate(ask({ maxTokens: 1_000_000 })))).toBeInstanceOf(
    BudgetExceededError,
  )
  expect((await route.generate(ask({ maxTokens: 10 }))).costUSD).toBe(3)
})

test('what the model itself tells goes first', async () => {
  const told = scriptedLM('own/b', [{}], { maxCostUSD: () => 0.02 })
  const route = router({ models: [{ model: told, price: { input: 9, output: 9 } }] })
  expect((await route.generate(ask())).costUSD).toBe(0.01)
  expect(route.maxCostUSD?.(ask())).toBe(0.08)
})
