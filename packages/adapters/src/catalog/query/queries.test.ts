import { expect, test } from 'vitest'
import { findModel } from '../find-model.ts'
import { overrideModel } from '../override/override-model.ts'
import { recordSpeed } from '../speed/record-speed.ts'
import { blendedPrice } from './blended-price.ts'
import { cheapest } from './cheapest.ts'
import { fastest } from './fastest.ts'
import { findModels } from './find-models.ts'
import { listModels } from './list-models.ts'

const price = (input: number, output: number) => ({ price: { input, output } })

test('models are listed for a provider under any of its names, each as findModel knows it', () => {
  const models = listModels({ provider: 'google' })
  expect(models.length).toBeGreaterThan(5)
  for (const info of models) expect(info).toEqual(findModel(info.name))
  expect(new Set(models.map(({ provider }) => provider))).toEqual(new Set(['gemini']))
  expect(listModels({ provider: 'nobody' })).toEqual([])
})

test('a model that its provider has switched off is found but not listed', () => {
  expect(findModel('deepseek/deepseek-chat')).toBeDefined()
  expect(listModels({ provider: 'deepseek' }).map(({ model }) => model)).not.toContain(
    'deepseek-chat',
  )
})

test('models are found by what they can do, hold and cost, the cheapest first', () => {
  const query = {
    capability: ['tools', 'vision'],
    maxPrice: 2,
    minContextTokens: 400_000,
    local: false,
  } as const
  const found = findModels(query)
  expect(found.length).toBeGreaterThan(3)
  const blended = found.map((info) => (info.price ? blendedPrice(info.price) : Number.NaN))
  expect(blended).toEqual([...blended].sort((a, b) => a - b))
  expect(Math.max(...blended)).toBeLessThanOrEqual(2)
  for (const { capabilities, contextTokens = 0, local } of found) {
    expect(capabilities).toMatchObject({ tools: true, vision: true })
    expect(contextTokens).toBeGreaterThanOrEqual(400_000)
    expect(local).toBe(false)
  }
})

test('an unknown price is neither cheap nor below a limit', () => {
  const taken = [
    overrideModel('lab/dear', price(9, 9)),
    overrideModel('lab/cheap', price(1, 1)),
    overrideModel('lab/unknown', {}),
  ]
  const names = findModels({ provider: 'lab' }).map(({ model }) => model)
  expect(names).toEqual(['cheap', 'dear', 'unknown'])
  expect(findModels({ provider: 'lab', maxPrice: 1e9 })).toHaveLength(2)
  expect(cheapest({ provider: 'lab' })?.model).toBe('cheap')
  for (const takeBack of taken.slice(0, 2)) takeBack()
  expect(cheapest({ provider: 'lab' })).toBeUndefined()
  taken[2]?.()
})

test('local models are those of this process and those that are said to be', () => {
  const takeBack = overrideModel('ollama/qwen3', { capabilities: { tools: true } })
  const names = findModels({ local: true }).map(({ name }) => name)
  expect(names).toEqual(['ollama/qwen3', 'embedded/nano', 'embedded/small', 'embedded/large'])
  expect(cheapest({ local: true, capability: 'tools' })?.name).toBe('ollama/qwen3')
  expect(findModels().some(({ provider }) => provider === 'embedded')).toBe(false)
  takeBack()
})

test('the fastest is guessed from the kind of model until calls were measured', () => {
  const taken = [overrideModel('lab/big-pro', {}), overrideModel('lab/big-mini', {})]
  expect(fastest({ provider: 'lab' })?.model).toBe('big-mini')
  recordSpeed('lab/big-pro', { firstTokenMs: 20, tokensPerSecond: 900 })
  expect(fastest({ provider: 'lab' })?.model).toBe('big-pro')
  for (const takeBack of taken) takeBack()
  expect(fastest({ provider: 'lab' })).toBeUndefined()
})

test.for([{ maxPrice: -1 }, { minContextTokens: Number.NaN }])(
  'a limit that is none is refused: %j',
  (query) => {
    expect(() => findModels(query)).toThrow('must be at least 0')
  },
)
