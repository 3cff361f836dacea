import { expect, test } from 'vitest'
import { providersOf } from './providers-of.ts'

const everyone = (): boolean => true

test.for([
  ['gemini-2.5-flash', 'gemini/gemini-2.5-flash'],
  ['deepseek-chat', 'deepseek/deepseek-chat'],
  ['sonar', 'perplexity/sonar'],
  ['COMMAND-R', 'cohere/command-r'],
  ['anthropic.claude-3-haiku-20240307-v1:0', 'bedrock/anthropic.claude-3-haiku-20240307-v1:0'],
  ['deepseek-v3-0324', 'fireworks_ai/accounts/fireworks/models/deepseek-v3-0324'],
] as const)('%s is served as %s', ([name, full]) => {
  const candidates = providersOf(name, everyone)
  expect(candidates.map(({ provider, model }) => `${provider}/${model}`)).toEqual([full])
})

test('a provider that is not known is no candidate', () => {
  expect(providersOf('gpt-4o', (provider) => provider !== 'openai')).not.toContainEqual({
    provider: 'openai',
    model: 'gpt-4o',
  })
})

test.for(['llama3.2', 'no-such-model-anywhere'])('nobody is named for %s', (name) => {
  expect(providersOf(name, everyone)).toEqual([])
})
