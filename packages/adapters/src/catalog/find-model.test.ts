import { expect, test } from 'vitest'
import { estimateCostUSD } from './estimate-cost-usd.ts'
import { findModel } from './find-model.ts'

test('a model is found under our name of its provider, with its price and its context', () => {
  expect(findModel('openai/gpt-4o-mini')).toMatchObject({
    name: 'openai/gpt-4o-mini',
    provider: 'openai',
    model: 'gpt-4o-mini',
    local: false,
    contextTokens: 128_000,
    price: { input: 0.15, output: 0.6, cachedInput: 0.075, cacheWrite: 0.15, tiered: false },
  })
})

test.for([
  ['openai/gpt-4o-2031-01-31', 'openai/gpt-4o'],
  ['anthropic/claude-sonnet-4-20250514', 'anthropic/claude-sonnet-4-0'],
  [
    'together/meta-llama/Llama-3.3-70B-Instruct-Turbo',
    'together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo',
  ],
  ['google/gemini-2.5-pro', 'gemini/gemini-2.5-pro'],
  ['gemini/models/gemini-2.5-pro', 'gemini/gemini-2.5-pro'],
])('%s costs what %s costs', ([name, same]) => {
  const price = findModel(name ?? '')?.price
  expect(price).toBeTruthy()
  expect(price).toEqual(findModel(same ?? '')?.price)
})

test('the embedded models cost what they say they would', () => {
  const price = { input: 0.05, output: 0.2 }
  expect(findModel('embedded/nano')).toMatchObject({ local: true, price })
  expect(findModel('embedded/large')?.price?.output).toBe(10)
})

test.for(['ollama/llama3.2', 'ollama_chat/x', 'lm_studio/x'])('%s is local and free', (name) => {
  expect(findModel(name)).toMatchObject({ local: true, price: { input: 0, output: 0 } })
  expect(estimateCostUSD(name, { inputTokens: 1, outputTokens: 1 })).toBe(0)
})

test('a model that Ollama hands on to its cloud is neither local nor free', () => {
  const name = 'ollama/gpt-oss:120b-cloud'
  expect(findModel(name)?.local ?? false).toBe(false)
  expect(findModel(name)?.price ?? null).toBeNull()
  expect(estimateCostUSD(name, { inputTokens: 1, outputTokens: 1 })).toBeNull()
})

test.for(['gpt-4o-mini', 'openai/nobody-knows-it', 'nobody/gpt-4o-mini', ''])(
  'nothing is known of "%s", and its cost is null rather than 0',
  (name) => {
    expect(findModel(name)).toBeUndefined()
    expect(estimateCostUSD(name, { inputTokens: 1, outputTokens: 1 })).toBeNull()
  },
)
