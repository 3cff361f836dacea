import { expect, test } from 'vitest'
import { priced } from '../__fixtures__/priced.ts'
import { overrideModel } from '../override/override-model.ts'
import { lmCapabilities } from './lm-capabilities.ts'

const wire = { jsonSchema: true, jsonObject: true, tools: true }

test('what the catalog knows of the model completes what its wire can do', () => {
  const { key } = priced('openai/gpt-4o-mini-2024-07-18')
  expect(lmCapabilities({ key, capabilities: wire, tellsThoughts: false })).toEqual({
    ...wire,
    vision: true,
    contextTokens: 128_000,
    maxOutputTokens: 16_384,
  })
})

test('of a model that nobody knows, its wire is believed', () => {
  const { key } = priced('lab/own')
  const capabilities = { ...wire, reasoning: true, vision: true, contextTokens: 9000 }
  expect(lmCapabilities({ key, capabilities, tellsThoughts: true })).toEqual(capabilities)
})

test('a model that cannot is not promised to', () => {
  const { key } = priced('openai/gpt-audio')
  const capabilities = { ...wire, vision: true, reasoning: true }
  expect(lmCapabilities({ key, capabilities, tellsThoughts: true })).toMatchObject({
    jsonSchema: false,
    vision: false,
    audio: true,
    reasoning: false,
  })
})

test.for([
  ['deepseek/deepseek-v4-pro', true, true],
  ['deepseek/deepseek-v4-pro', false, undefined],
  ['deepseek/deepseek-chat', true, undefined],
] as const)('thoughts of %s on a wire that tells them (%s): %s', ([name, tellsThoughts, told]) => {
  const { key } = priced(name)
  expect(lmCapabilities({ key, capabilities: wire, tellsThoughts }).reasoning).toBe(told)
})

test('an override goes before the catalog', () => {
  const takeBack = overrideModel('openai/gpt-4o', {
    capabilities: { vision: false, jsonSchema: false },
    maxOutputTokens: 7,
  })
  const { key } = priced('openai/gpt-4o')
  const result = lmCapabilities({ key, capabilities: wire, tellsThoughts: false })
  takeBack()
  expect(result).toMatchObject({ vision: false, jsonSchema: false, maxOutputTokens: 7 })
})
