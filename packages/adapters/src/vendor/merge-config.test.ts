import { expect, test } from 'vitest'
import { mergeConfig } from './merge-config.ts'

test('the request wins over the defaults, and extra fields are merged', () => {
  const defaults = { temperature: 0, maxTokens: 5, extra: { a: 1, b: 1 } }
  expect(mergeConfig(defaults, { maxTokens: 9, extra: { b: 2 } })).toEqual({
    temperature: 0,
    maxTokens: 9,
    extra: { a: 1, b: 2 },
  })
})

test('an undefined setting is one that is not given', () => {
  const request = JSON.parse('{}')
  request.temperature = undefined
  expect(mergeConfig({ temperature: 0 }, request)).toEqual({ temperature: 0 })
})
