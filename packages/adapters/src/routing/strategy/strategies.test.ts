import { expect, test } from 'vitest'
import type { RouteFeatures } from './route-features.ts'
import { strategies } from './strategies.ts'
import type { StrategyName } from './strategy.ts'

const plain: RouteFeatures = {
  model: 'test/plain',
  local: false,
  costUSD: 0.01,
  latencyMs: 1000,
  firstTokenMs: 300,
  successRate: 1,
  quality: 0.5,
  freeCapacity: 1,
  fit: 1,
}
const like = (model: string, features: Partial<RouteFeatures>): RouteFeatures => ({
  ...plain,
  model,
  ...features,
})
const cheap = like('cheap', { costUSD: 0.0001, quality: 0.3, latencyMs: 1500 })
const fast = like('fast', { costUSD: 0.005, latencyMs: 200 })
const good = like('good', { costUSD: 0.02, quality: 0.95, latencyMs: 4000 })
const home = like('home', { costUSD: 0, local: true, quality: 0.2, latencyMs: 9000 })
const able = like('able', { costUSD: 0.5, quality: 0.4 })

function order(strategy: StrategyName, all: readonly RouteFeatures[]): string[] {
  const score = (route: RouteFeatures) => strategies[strategy](route, all)
  return all.toSorted((a, b) => score(b) - score(a)).map(({ model }) => model)
}

const four = [plain, good, cheap, fast]

test.each([
  ['cost_optimized', ['cheap', 'fast', 'test/plain', 'good']],
  ['latency_optimized', ['fast', 'test/plain', 'cheap', 'good']],
  ['quality_optimized', ['good', 'fast', 'test/plain', 'cheap']],
  ['ordered', ['test/plain', 'good', 'cheap', 'fast']],
] as const)('%s puts them in its order', (strategy, expected) => {
  expect(order(strategy, four)).toEqual(expected)
})

test('local_first takes what is local however it is otherwise', () => {
  expect(order('local_first', [...four, home])[0]).toBe('home')
})

test('capability_match takes what can do most, and of equals the cheapest', () => {
  const unable = four.map((route) => ({ ...route, fit: 0.5 }))
  expect(order('capability_match', [...unable, able])).toEqual([
    'able',
    'cheap',
    'fast',
    'test/plain',
    'good',
  ])
})

test('balanced prefers what is good in all to what is best in one', () => {
  const even = like('even', { quality: 0.8, costUSD: 0.001, latencyMs: 400 })
  expect(order('balanced', [...four, even])[0]).toBe('even')
})

test('a price that is not known comes after those that are', () => {
  const dark = like('dark', { costUSD: null })
  expect(order('cost_optimized', [dark, plain, good]).at(-1)).toBe('dark')
})

test('a model that was never measured is tried where speed decides, and counts as average otherwise', () => {
  const fresh = like('fresh', { latencyMs: null })
  expect(order('latency_optimized', [plain, fresh, good])[0]).toBe('fresh')
  const score = (route: RouteFeatures) => strategies.balanced(route, [plain, fresh, fast])
  expect(score(fresh)).toBeLessThan(score(fast))
})

test.each([
  'balanced',
  'cost_optimized',
  'latency_optimized',
  'quality_optimized',
  'capability_match',
] as const)('by %s a model that often fails steps back behind its like', (strategy) => {
  const ill = like('ill', { successRate: 0.3 })
  expect(order(strategy, [ill, plain])).toEqual(['test/plain', 'ill'])
})

test('a full model steps back behind its like where time counts', () => {
  const full = like('full', { freeCapacity: 0.1 })
  expect(order('balanced', [full, plain])[0]).toBe('test/plain')
  expect(order('latency_optimized', [full, plain])[0]).toBe('test/plain')
})
