import type { LMConfig, LMMessage } from '@ockham/core'
import { expect, test } from 'vitest'
import { costUSD } from './cost-usd.ts'
import { maxCostUSD } from './max-cost-usd.ts'

const openai = { local: false, priceProvider: 'openai' }
const local = { local: true, priceProvider: undefined }
const messages = [{ role: 'user' as const, content: 'How many roads?' }]

test('cached tokens are priced once, at their own rate', () => {
  const usage = { inputTokens: 1000, outputTokens: 100, cachedInputTokens: 400 }
  expect(costUSD(openai, 'gpt-4o-mini', usage)).toBeCloseTo(
    (600 * 0.15 + 400 * 0.075 + 100 * 0.6) / 1e6,
    12,
  )
})

test.for([
  [openai, 'a-model-nobody-knows'],
  [{ local: false, priceProvider: 'nobody' }, 'gpt-4o-mini'],
  [{ local: false, priceProvider: undefined }, 'gpt-4o-mini'],
] as const)('the cost is null when the price is not known: %j %s', ([vendor, model]) => {
  expect(costUSD(vendor, model, { inputTokens: 1, outputTokens: 1 })).toBeNull()
})

test('counts that contradict each other cost an unknown amount rather than the reply', () => {
  const usage = { inputTokens: 1, outputTokens: 1, cachedInputTokens: 50 }
  expect(costUSD(openai, 'gpt-4o-mini', usage)).toBeNull()
})

test('a local model costs nothing', () => {
  expect(costUSD(local, 'tiny', { inputTokens: 1, outputTokens: 1 })).toBe(0)
  expect(maxCostUSD(local, 'tiny', messages, {})).toBe(0)
})

test('the bound covers every completion at full length and a token per byte', () => {
  const bound = maxCostUSD(openai, 'gpt-4o-mini', messages, { maxTokens: 100, n: 2 })
  const least = (messages[0]?.content.length ?? 0) * 0.15 + 200 * 0.6
  expect(bound).toBeGreaterThan(least / 1e6)
  expect(bound).toBeLessThan((least + 1000 * 0.15) / 1e6)
})

const image: LMMessage = { role: 'user', content: [{ type: 'image', url: 'x' }] }
const unbounded: [LMConfig, LMMessage[]][] = [
  [{}, messages],
  [{ maxTokens: 5, extra: { n: 9 } }, messages],
  [{ maxTokens: 5 }, [image]],
]

test.for(unbounded)('there is no bound for %j', ([config, list]) => {
  expect(maxCostUSD(openai, 'gpt-4o-mini', list, config)).toBeNull()
})
