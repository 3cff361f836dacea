import { AllRoutesFailedError, BudgetExceededError, ContextWindowExceededError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { ask } from '../__fixtures__/ask.ts'
import { scriptedLM } from '../__fixtures__/scripted-lm.ts'
import { router } from '../router.ts'
import type { RouterOptions } from '../router-options.ts'

const ordered = { strategy: 'ordered', random: () => 0 } as const
const fails = [{ end: { throws: new Error('bug') } }]

function refusedBy(models: RouterOptions['models'], request = ask(), more = {}) {
  const { candidates } = router({ models, ...ordered, ...more }).plan(request)
  return candidates.filter(({ verdict }) => verdict === 'refused').map(({ model }) => model)
}

test('confidential content goes to local models only, as a fallback too', async () => {
  const local = scriptedLM('home/a', fails, { local: true })
  const cloud = scriptedLM('cloud/b', [{}])
  const route = router({ models: [local, cloud], ...ordered })
  const error = await caught(route.generate(ask({ sensitivity: 'confidential' })))
  expect(error).toBeInstanceOf(AllRoutesFailedError)
  expect(String(error)).toContain('cloud/b was not asked: It may see internal content')
  expect(cloud.requests).toHaveLength(0)
  expect((await route.generate(ask({ sensitivity: 'internal' }))).model).toBe('cloud/b')
})

test('content without a label is internal, and a label that nobody knows goes nowhere', () => {
  const models = [
    { model: scriptedLM('test/public', []), clearance: 'public' as const },
    { model: scriptedLM('test/internal', []) },
    { model: scriptedLM('test/secret', []), clearance: 'confidential' as const },
  ]
  expect(refusedBy(models)).toEqual(['test/public'])
  expect(refusedBy(models, ask({ sensitivity: 'public' }))).toEqual([])
  expect(refusedBy(models, ask({ sensitivity: 'confidential' }))).toEqual([
    'test/public',
    'test/internal',
  ])
  // What a program without types can send.
  const odd = ask({ sensitivity: 'secret' as 'public' })
  expect(refusedBy(models, odd)).toHaveLength(3)
})

test('a model that is known not to do what is asked is refused, one of which nothing is known is not', () => {
  const models = [
    scriptedLM('test/none', [], { capabilities: {} }),
    scriptedLM('test/blind', [], {
      capabilities: { tools: true, jsonSchema: true, vision: false },
    }),
    scriptedLM('test/unknown', []),
  ]
  const tools = [{ name: 't', parameters: {} }]
  expect(refusedBy(models, ask({ tools }))).toEqual(['test/none'])
  const schema = { type: 'json_schema', name: 's', schema: {} } as const
  expect(refusedBy(models, ask({ responseFormat: schema }))).toEqual(['test/none'])
  const seen = {
    ...ask(),
    messages: [{ role: 'user', content: [{ type: 'image', url: 'x' }] }],
  } as const
  expect(
    refusedBy(models, {
      ...seen,
      messages: [...seen.messages].map((message) => ({
        ...message,
        content: [...message.content],
      })),
    }),
  ).toEqual(['test/blind'])
})

test('a prompt that surely does not fit is not sent, and if it fits nowhere that is the error', async () => {
  const small = scriptedLM('test/small', [], { capabilities: { contextTokens: 1000 } })
  const large = scriptedLM('test/large', [{}], { capabilities: { contextTokens: 100_000 } })
  const request = ask({ content: 'word '.repeat(4000) })
  expect((await router({ models: [small, large], ...ordered }).generate(request)).model).toBe(
    'test/large',
  )
  const error = await caught(router({ models: [small], ...ordered }).generate(request))
  expect(error).toBeInstanceOf(ContextWindowExceededError)
  expect(small.requests).toHaveLength(0)
  // The reply counts too.
  expect(refusedBy([small], ask({ maxTokens: 5000 }))).toEqual(['test/small'])
})

test('the catalog knows the windows of models that do not tell them', () => {
  const small = scriptedLM('openai/gpt-4o-mini', [])
  expect(refusedBy([small], ask({ content: 'word '.repeat(160_000) }))).toEqual([
    'openai/gpt-4o-mini',
  ])
  expect(refusedBy([small], ask({ content: 'word '.repeat(1000) }))).toEqual([])
})

test('money bounds the choice: too dear and of unknown price are refused, and nothing else is an error of money', async () => {
  const dear = scriptedLM('test/dear', [], { maxCostUSD: () => 1 })
  const cheap = scriptedLM('test/cheap', [{}], { maxCostUSD: () => 0.05 })
  const unknown = scriptedLM('test/unknown', [])
  const priced = { model: unknown, price: { input: 1, output: 2 } }
  expect(refusedBy([dear, cheap, unknown], ask(), { maxCostUSD: 0.1 })).toEqual([
    'test/dear',
    'test/unknown',
  ])
  expect(refusedBy([priced], ask(), { maxCostUSD: 0.1 })).toEqual([])
  const error = await caught(
    router({ models: [dear, unknown], ...ordered, maxCostUSD: 0.1 }).generate(ask()),
  )
  expect(error).toBeInstanceOf(BudgetExceededError)
})

test('a budget that forbids a model leaves cheaper ones, and books what they cost', async () => {
  const dear = scriptedLM('test/dear', [{}], { maxCostUSD: () => 5 })
  const cheap = scriptedLM('test/cheap', [{}], { maxCostUSD: () => 0.02 })
  const route = router({ models: [dear, cheap], ...ordered, budget: { usd: 0.03 } })
  expect((await route.generate(ask())).model).toBe('test/cheap')
  expect((await route.generate(ask())).model).toBe('test/cheap')
  expect(await caught(route.generate(ask()))).toBeInstanceOf(BudgetExceededError)
  expect(dear.requests).toHaveLength(0)
})
