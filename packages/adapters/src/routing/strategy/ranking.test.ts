import { expect, test } from 'vitest'
import { ask } from '../__fixtures__/ask.ts'
import { type ScriptedCall, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { router } from '../router.ts'
import type { RouterOptions } from '../router-options.ts'
import { qualityFrom } from './quality-from.ts'
import type { RouteFeatures } from './route-features.ts'

const order = (options: RouterOptions, request = ask()) =>
  router(options)
    .plan(request)
    .candidates.map(({ model }) => model)

const a = scriptedLM('test/a', [{}])
const b = scriptedLM('test/b', [{}])
const c = scriptedLM('test/c', [{}])
const models = [a, b, c]

test('what an evaluation found decides who is best', () => {
  const quality = qualityFrom({
    'test/a': { score: 0.4 },
    'test/c': { score: 1.2 },
    'x/y': { score: Number.NaN },
  })
  expect(quality).toEqual({ 'test/a': 0.4, 'test/c': 1 })
  expect(order({ models, quality, strategy: 'quality_optimized' })).toEqual([
    'test/c',
    'test/b',
    'test/a',
  ])
  const own = [{ model: a, quality: 0.9 }, b, c]
  expect(order({ models: own, strategy: 'quality_optimized' })[0]).toBe('test/a')
})

test('prices are those of the catalog, and local is free', () => {
  const dear = scriptedLM('openai/gpt-4o', [])
  const cheap = scriptedLM('openai/gpt-4o-mini', [])
  const home = scriptedLM('ollama/llama3.2', [], { local: true })
  expect(order({ models: [dear, cheap, home], strategy: 'cost_optimized' })).toEqual([
    'ollama/llama3.2',
    'openai/gpt-4o-mini',
    'openai/gpt-4o',
  ])
})

test('speed is measured by the calls', async () => {
  const wait = (afterMs: number): ScriptedCall => ({ afterMs, texts: ['yes'] })
  const slow = scriptedLM('test/slow', [wait(60)])
  const quick = scriptedLM('test/quick', [wait(5)])
  const route = router({ models: [slow, quick], strategy: 'latency_optimized' })
  for (let i = 0; i < 3; i += 1) for await (const _ of route.stream(ask()));
  expect(slow.requests).toHaveLength(1)
  expect(quick.requests).toHaveLength(2)
})

test('the task map stands before the strategy, in its order', () => {
  const options = { models, strategy: 'ordered', tasks: { code: ['test/c', 'test/b'] } } as const
  expect(order(options, ask({ task: 'code' }))).toEqual(['test/c', 'test/b', 'test/a'])
  expect(order(options, ask({ task: 'chat' }))).toEqual(['test/a', 'test/b', 'test/c'])
  expect(order(options, ask({ task: 'constructor' }))).toEqual(['test/a', 'test/b', 'test/c'])
})

test('a rule prefers models for long requests, and another leaves only some for hard ones', () => {
  const options: RouterOptions = {
    models,
    strategy: 'ordered',
    rules: [
      { when: { minInputTokens: 1000 }, prefer: ['test/c'] },
      {
        name: 'hard',
        when: { custom: ({ config }) => config?.task === 'proof' },
        only: ['test/b'],
      },
      { when: { tags: ['free', 'trial'] }, prefer: ['test/b'] },
    ],
  }
  expect(order(options)).toEqual(['test/a', 'test/b', 'test/c'])
  expect(order(options, ask({ content: 'word '.repeat(1000) }))[0]).toBe('test/c')
  expect(order(options, ask({ tags: ['trial', 'free', 'x'] }))[0]).toBe('test/b')
  expect(order(options, ask({ tags: ['trial'] }))[0]).toBe('test/a')
  const { candidates } = router(options).plan(ask({ task: 'proof' }))
  expect(candidates[0]?.model).toBe('test/b')
  expect(candidates[1]).toMatchObject({
    verdict: 'refused',
    reason: 'The rule "hard" leaves only other models.',
  })
})

test('a strategy of one’s own decides, and its nonsense does no harm', () => {
  const last = (route: RouteFeatures) => (route.model === 'test/c' ? 1 : 0)
  expect(order({ models, strategy: last })).toEqual(['test/c', 'test/a', 'test/b'])
  expect(order({ models, strategy: () => Number.NaN })).toEqual(['test/a', 'test/b', 'test/c'])
})

test('before any call the kind of model tells who is fast', () => {
  const slow = scriptedLM('openai/gpt-5.5', [])
  const quick = scriptedLM('groq/llama-3.1-8b-instant', [])
  expect(order({ models: [slow, quick], strategy: 'latency_optimized' })[0]).toBe(quick.model)
})
