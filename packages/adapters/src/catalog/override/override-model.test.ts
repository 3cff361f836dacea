import { expect, test } from 'vitest'
import { priced } from '../__fixtures__/priced.ts'
import { estimateCostUSD } from '../estimate-cost-usd.ts'
import { findModel } from '../find-model.ts'
import { maxCostUSD } from '../max-cost-usd.ts'
import { findModels } from '../query/find-models.ts'
import { overrideModel } from './override-model.ts'

const million = { inputTokens: 1e6, outputTokens: 1e6 }
const hello = [{ role: 'user' as const, content: 'hello' }]

test('a model of one’s own is found, priced, bounded and listed until it is taken back', () => {
  const takeBack = overrideModel('lab/tuned', {
    price: { input: 1, output: 3 },
    contextTokens: 32_000,
    maxOutputTokens: 1000,
    capabilities: { tools: true },
  })
  expect(findModel('lab/tuned')).toEqual({
    name: 'lab/tuned',
    provider: 'lab',
    model: 'tuned',
    local: false,
    contextTokens: 32_000,
    maxOutputTokens: 1000,
    capabilities: { tools: true },
    price: { input: 1, output: 3, cachedInput: 1, cacheWrite: 1, tiered: false },
  })
  expect(estimateCostUSD('lab/tuned', million)).toBe(4)
  expect(maxCostUSD(priced('lab/tuned'), hello, {})).toBeCloseTo(0.003, 2)
  expect(findModels({ provider: 'lab', capability: 'tools' })).toHaveLength(1)
  takeBack()
  expect(findModel('lab/tuned')).toBeUndefined()
  expect(findModels({ provider: 'lab' })).toEqual([])
  expect(estimateCostUSD('lab/tuned', million)).toBeNull()
})

test('what an override leaves out stays as the catalog has it, under any name of the provider', () => {
  const before = findModel('gemini/gemini-2.5-pro')
  const takeBack = overrideModel('google/gemini-2.5-pro', { capabilities: { tools: false } })
  expect(findModel('gemini/gemini-2.5-pro')).toEqual({
    ...before,
    capabilities: { ...before?.capabilities, tools: false },
  })
  takeBack()
  expect(findModel('gemini/gemini-2.5-pro')).toEqual(before)
})

test('overrides of one model are taken back in any order', () => {
  const first = overrideModel('openai/gpt-4o-mini', { price: { input: 1, output: 1 } })
  const second = overrideModel('openai/gpt-4o-mini', { price: null })
  expect(estimateCostUSD('openai/gpt-4o-mini', million)).toBeNull()
  first()
  first()
  expect(estimateCostUSD('openai/gpt-4o-mini', million)).toBeNull()
  second()
  expect(estimateCostUSD('openai/gpt-4o-mini', million)).toBeCloseTo(0.75, 12)
})

test('a deployment on one’s own machine can be said to be local', () => {
  const takeBack = overrideModel('hosted_vllm/llama', { local: true })
  expect(findModel('hosted_vllm/llama')).toMatchObject({ local: true, price: { input: 0 } })
  takeBack()
})

test('an override without a provider or with a price below 0 is refused by name', () => {
  expect(() => overrideModel('tuned', {})).toThrow('`name` must be "provider/model"')
  const price = { input: 1, output: -1 }
  expect(() => overrideModel('lab/tuned', { price })).toThrow('`price.output` must be dollars')
  expect(findModel('lab/tuned')).toBeUndefined()
})
