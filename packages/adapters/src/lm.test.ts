import { LMConfigurationError, OptionError } from '@ockham/core'
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

test.for(['nobody/model', 'openai/', '/model', ''])(
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

test.for([
  ['gpt-4o-mini', 'openai/gpt-4o-mini'],
  ['gpt-4', 'openai/gpt-4'],
  ['claude-haiku-4-5', 'anthropic/claude-haiku-4-5'],
  ['claude-3-sonnet-20240229', 'anthropic/claude-3-sonnet-20240229'],
  ['mistral-large-latest', 'mistral/mistral-large-latest'],
  ['grok-3', 'xai/grok-3'],
  ['gemini-2.5-flash', 'gemini/gemini-2.5-flash'],
  [
    'us.anthropic.claude-3-haiku-20240307-v1:0',
    'bedrock/us.anthropic.claude-3-haiku-20240307-v1:0',
  ],
  ['llama-3.3-70b-versatile', 'groq/llama-3.3-70b-versatile'],
  ['mixtral-8x7b-32768', 'groq/mixtral-8x7b-32768'],
  ['ft:gpt-4o-mini-2024-07-18:acme::x1', 'openai/ft:gpt-4o-mini-2024-07-18:acme::x1'],
  ['together/meta-llama/Llama-3-70b', 'together_ai/meta-llama/Llama-3-70b'],
] as const)('%s is %s', ([name, full]) => {
  expect(lm(name).model).toBe(full)
})

test('a bare name that several hosts have is refused with all of them', () => {
  expect(() => lm('gpt-oss-120b')).toThrow(LMConfigurationError)
  expect(() => lm('gpt-oss-120b')).toThrow(
    /does not tell its provider.*"groq\/openai\/gpt-oss-120b" or .*"cerebras\/gpt-oss-120b"/,
  )
})

test.for([
  ['gpt-4o-mni', '"openai/gpt-4o-mini"'],
  ['opnai/gpt-4o', '"openai/gpt-4o"'],
  ['meta-llama/llama-3.3-70b-instruct', '"openrouter/meta-llama/llama-3.3-70b-instruct"'],
] as const)('%s is refused, and the message says what may have been meant', ([name, meant]) => {
  expect(() => lm(name)).toThrow(LMConfigurationError)
  expect(() => lm(name)).toThrow(meant)
})

test('a name without its model says so', () => {
  expect(() => lm('openai/')).toThrow('The model is missing')
  expect(() => lm('openai')).toThrow('The model is missing')
})

test('an option of other providers is refused', () => {
  expect(() => lm('anthropic/claude-haiku-4-5', { api: 'responses' })).toThrow(OptionError)
  expect(() => lm('openai/gpt-4o', { region: 'eu-west-1' })).toThrow(/region.*bedrock/)
})
