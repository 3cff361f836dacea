import { expect, test } from 'vitest'
import { nameVariants } from './name-variants.ts'

test.for([
  ['gpt-4o-2024-08-06', 'gpt-4o'],
  ['claude-sonnet-4-20250514', 'claude-sonnet-4'],
  ['claude-sonnet-4@20250514', 'claude-sonnet-4'],
  ['gpt-4-0613', 'gpt-4'],
  ['claude-3-5-sonnet-latest', 'claude-3-5-sonnet'],
  ['gemini-2.5-flash-preview-05-20', 'gemini-2.5-flash'],
  ['models/gemini-2.5-pro', 'gemini-2.5-pro'],
  ['accounts/fireworks/models/glm-5p2', 'glm-5p2'],
  ['eu.anthropic.claude-sonnet-4-20250514-v1:0', 'anthropic.claude-sonnet-4'],
])('%s is looked up as it stands, and as %s', ([name, variant]) => {
  const variants = nameVariants(name ?? '')
  expect(variants[0]).toBe(name)
  expect(variants).toContain(variant)
})

test('the latest of a family is not the oldest', () => {
  expect(nameVariants('gemini-pro-latest')).toEqual(['gemini-pro-latest'])
})

test('a version is not taken for a date', () => {
  expect(nameVariants('claude-opus-4-8')).toEqual(['claude-opus-4-8'])
  expect(nameVariants('gpt-4.1-mini')).toEqual(['gpt-4.1-mini'])
})
