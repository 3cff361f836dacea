import { LMConfigurationError } from '@ockham/core'
import { expect, test } from 'vitest'
import { lm } from './lm.ts'

test.for([
  'openai/gpt-4o-mini',
  'anthropic/claude-haiku-4-5',
  'ollama/llama3.2',
  'groq/llama-3.3-70b-versatile',
  'openrouter/openai/gpt-4o-mini',
  'together_ai/codellama/CodeLlama-34b-Instruct-hf',
  'embedded/small',
])('%s keeps its name, slashes and all', (name) => {
  expect(lm(name).model).toBe(name)
})

test('provider and model may be given apart', () => {
  expect(lm('openai', 'gpt-4o-mini').model).toBe('openai/gpt-4o-mini')
  expect(lm('huggingface', 'org/model', { temperature: 0 }).model).toBe('huggingface/org/model')
})

test.for(['gpt-4o-mini', 'nobody/model', 'openai/', '/model', ''])(
  '%j is refused with the list of providers',
  (name) => {
    expect(() => lm(name)).toThrow(LMConfigurationError)
    expect(() => lm(name)).toThrow(/openai.*anthropic.*ollama.*groq/)
    expect(() => lm(name)).toThrow('openai/gpt-4o-mini')
  },
)

test('an embedded tier that does not exist names those that do', () => {
  expect(() => lm('embedded/huge')).toThrow('embedded/nano')
})
