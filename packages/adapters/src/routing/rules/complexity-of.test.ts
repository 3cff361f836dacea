import { expect, test } from 'vitest'
import { ask } from '../__fixtures__/ask.ts'
import { complexityOf } from './complexity-of.ts'

const fields = (count: number): string =>
  Array.from({ length: count }, (_, index) => `[[ ## field${index} ## ]]`).join('\n')

test('a short question is simple', () => {
  expect(complexityOf(ask({ content: 'What is the capital of France?' }))).toBe('simple')
})

test('code and a reason to think are moderate', () => {
  const content = 'Debug this, step by step:\n```\nfor (;;) {}\n```'
  expect(complexityOf(ask({ content }))).toBe('moderate')
})

test('a long prompt with many fields that asks to reason is complex', () => {
  const content = `${'word '.repeat(8000)} Compare, analyse and prove. ${fields(10)}`
  expect(complexityOf(ask({ content }))).toBe('complex')
})

test('effort, tools and a schema count', () => {
  const properties = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`p${index}`, {}]))
  const responseFormat = { type: 'json_schema', name: 's', schema: { properties } } as const
  const tools = [{ name: 't', parameters: {} }]
  expect(complexityOf(ask({ reasoningEffort: 'high', tools }))).toBe('moderate')
  expect(complexityOf(ask({ reasoningEffort: 'high', tools, responseFormat }))).toBe('complex')
})

test('worked examples make it easier', () => {
  const request = ask({ content: 'Why? ```x```' })
  const shown = { role: 'assistant', content: 'so' } as const
  expect(complexityOf(request)).toBe('moderate')
  const messages = [...Array.from({ length: 3 }, () => shown), ...request.messages]
  expect(complexityOf({ ...request, messages })).toBe('simple')
})

test('a prompt of ten megabytes is judged in no time', () => {
  const content = 'a [[ ## b ## ]] ``` why '.repeat(400_000)
  const start = performance.now()
  complexityOf(ask({ content }))
  expect(performance.now() - start).toBeLessThan(200)
})
