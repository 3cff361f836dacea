import type { LMConfig, LMMessage } from '@ockham/core'
import { expect, test } from 'vitest'
import { priced } from './__fixtures__/priced.ts'
import { costUSD } from './cost-usd.ts'
import { maxCostUSD } from './max-cost-usd.ts'

const model = priced('openai/gpt-4o-mini')
const messages = [{ role: 'user' as const, content: 'How many roads?' }]
const bytes = messages[0]?.content.length ?? 0

test('the bound covers every completion at full length and a token per byte', () => {
  const bound = maxCostUSD(model, messages, { maxTokens: 100, n: 2 })
  const least = bytes * 0.15 + 200 * 0.6
  expect(bound).toBeGreaterThan(least / 1e6)
  expect(bound).toBeLessThan((least + 1000 * 0.15) / 1e6)
})

test('without maxTokens the bound is that of the longest reply the model can give', () => {
  expect(maxCostUSD(model, messages, {})).toBeCloseTo((16_384 * 0.6) / 1e6, 3)
  expect(maxCostUSD(priced('openai/nobody-knows-it'), messages, {})).toBeNull()
  const price = { input: 1, output: 1 }
  expect(maxCostUSD(priced('lab/own', { price }), messages, {})).toBeNull()
  expect(maxCostUSD(priced('lab/own', { price }), messages, { maxTokens: 1e6 })).toBeGreaterThan(1)
})

test('a long request is bounded by the tier it may reach', () => {
  const long = [{ role: 'user' as const, content: 'x'.repeat(300_000) }]
  const sonnet = priced('anthropic/claude-sonnet-4-5')
  const bound = maxCostUSD(sonnet, long, { maxTokens: 1000 }) ?? 0
  const dearest = { inputTokens: 300_000, outputTokens: 1000, cacheWriteTokens: 300_000 }
  expect(bound).toBeGreaterThan(costUSD(sonnet, dearest) ?? Number.NaN)
})

test('a price that changes with the hour is bounded by its dearest hour', () => {
  const bound = maxCostUSD(priced('deepseek/deepseek-v4-flash'), messages, { maxTokens: 1e6 })
  expect(bound).toBeGreaterThan(1.32)
})

test('a local model costs nothing at most', () => {
  expect(maxCostUSD(priced('ollama/tiny'), messages, {})).toBe(0)
})

const image: LMMessage = { role: 'user', content: [{ type: 'image', url: 'x' }] }
const unbounded: [LMConfig, LMMessage[], string][] = [
  [{ maxTokens: 5, extra: { n: 9 } }, messages, 'openai/gpt-4o-mini'],
  [{ maxTokens: 5 }, [image], 'openai/gpt-4o-mini'],
  [{ maxTokens: 5 }, messages, 'perplexity/sonar'],
  [{ maxTokens: 5 }, messages, 'openai/gpt-4o-search-preview'],
]

test.for(unbounded)('there is no bound for %j of %j by %s', ([config, list, name]) => {
  expect(maxCostUSD(priced(name), list, config)).toBeNull()
})
