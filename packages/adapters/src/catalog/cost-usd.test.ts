import { expect, test } from 'vitest'
import { priced } from './__fixtures__/priced.ts'
import { costUSD } from './cost-usd.ts'

const million = { inputTokens: 1e6, outputTokens: 1e6 }

test.for(['openai/a-model-nobody-knows', 'nobody/gpt-4o-mini', 'my-openai-proxy/gpt-4o-mini'])(
  'the cost is null when the price is not known: %s',
  (name) => {
    expect(costUSD(priced(name), million)).toBeNull()
  },
)

test.for([
  { inputTokens: 1, outputTokens: 1, cachedInputTokens: 50 },
  { inputTokens: -1, outputTokens: 1 },
  { inputTokens: 1, outputTokens: Number.NaN },
])('counts that cannot be cost an unknown amount rather than the reply: %j', (tokens) => {
  expect(costUSD(priced('openai/gpt-4o-mini'), tokens)).toBeNull()
})

test('a local model costs nothing, whatever its counts say', () => {
  expect(costUSD(priced('ollama/tiny'), { ...million, cachedInputTokens: 2e6 })).toBe(0)
})

test('a price that was set for the LM goes before the catalog, and before being local', () => {
  const price = { input: 1, output: 2, cachedInput: 0.5 }
  const tokens = { ...million, cachedInputTokens: 5e5 }
  for (const name of ['openai/gpt-4o-mini', 'ollama/tiny', 'lab/own']) {
    expect(costUSD(priced(name, { price }), tokens)).toBeCloseTo(0.5 + 0.25 + 2, 12)
  }
})

test('a class of service without a known price is not taken for the usual one', () => {
  expect(costUSD(priced('openai/gpt-4o'), { ...million, serviceTier: 'flex' })).toBeNull()
  expect(costUSD(priced('openai/gpt-4o'), { ...million, serviceTier: 'default' })).toBe(12.5)
  // Groq's classes differ in nothing but the queue.
  const groq = priced('groq/openai/gpt-oss-120b')
  expect(costUSD(groq, { ...million, serviceTier: 'flex' })).toBeCloseTo(0.75, 12)
})

test('a price that changes with the hour is the one of the hour', () => {
  const model = priced('deepseek/deepseek-v4-flash')
  const at = (hour: string): number | null =>
    costUSD(model, million, new Date(`2026-11-20T${hour}:00Z`))
  expect(at('02:00')).toBeCloseTo(0.44 + 1.32, 12)
  expect(at('12:00')).toBeCloseTo(0.22 + 0.66, 12)
})
