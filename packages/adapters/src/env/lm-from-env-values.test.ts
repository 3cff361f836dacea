import { LMConfigurationError } from '@ockham/core'
import { expect, test } from 'vitest'
import { environmentVariables } from './environment-variables.ts'
import { lmFromEnv } from './lm-from-env.ts'

const model = { LLM_MODEL: 'openai/gpt-4o' }

test.for([
  ['LLM_TEMPERATURE', 'hot', 'a number from 0 to 2'],
  ['LLM_TEMPERATURE', '3', 'a number from 0 to 2'],
  ['LLM_TEMPERATURE', '0x1', 'a number'],
  ['LLM_TEMPERATURE', 'Infinity', 'a number'],
  ['LLM_MAX_TOKENS', '0', 'a whole number of tokens from 1'],
  ['LLM_MAX_TOKENS', '1.5', 'a whole number'],
  ['LLM_MAX_TOKENS', '10_000', 'a whole number'],
  ['LLM_ENABLE_FALLBACK', 'maybe', 'true, false, 1, 0, yes, no, on or off'],
  ['LLM_PREFER_LOCAL', '2', 'true, false'],
  ['LLM_ROUTING_STRATEGY', 'cheapest', 'one of balanced, cost_optimized'],
  ['LLM_SENSITIVITY', 'secret', 'one of public, internal, confidential'],
  ['LLM_MAX_LATENCY_MS', '0', 'milliseconds above 0'],
  ['LLM_TIMEOUT_MS', '-5', 'milliseconds above 0'],
  ['LLM_MAX_RETRIES', '-1', 'a whole number from 0 to 100'],
  ['LLM_MAX_CONCURRENCY', '0', 'a whole number from 1'],
  ['LLM_REQUESTS_PER_MINUTE', 'many', 'a number above 0'],
  ['LLM_MAX_COST_USD', '$5', 'US dollars from 0'],
  ['LLM_FALLBACK_MODEL', ', ,', 'a name, or several'],
  ['CACHE_ENABLED', 'si', 'true, false'],
  ['CACHE_TTL', '-3600', 'seconds above 0'],
  ['CACHE_TTL', '1h', 'seconds above 0'],
] as const)('%s=%s is refused: it must be %s', ([name, value, allowed]) => {
  const make = (): unknown => lmFromEnv({ ...model, [name]: value })
  expect(make).toThrow(LMConfigurationError)
  expect(make).toThrow(`${name} is "${value}"; it must be`)
  expect(make).toThrow(allowed)
})

test.for(['true', '1', 'yes', 'on', 'TRUE', ' Yes ', 'false', '0', 'no', 'off', '', '  '])(
  'CACHE_ENABLED=%j is understood',
  (value) => {
    expect(lmFromEnv({ ...model, CACHE_ENABLED: value }).model).toBe('openai/gpt-4o')
  },
)

test('the variable of a module is the one that is named', () => {
  const env = { ...model, LLM_TEMPERATURE: '1', ANALYZER_LLM_TEMPERATURE: 'hot' }
  expect(() => lmFromEnv(env, { module: 'analyzer' })).toThrow('ANALYZER_LLM_TEMPERATURE')
  expect(lmFromEnv(env).model).toBe('openai/gpt-4o')
})

test.for([
  [{ CACHE_URL: 'http://:hunter2@cache' }, 'CACHE_URL'],
  [{ LLM_TEMPERATURE: 'sk-hunter2hunter2' }, 'LLM_TEMPERATURE'],
  [{ LLM_MAX_TOKENS: 'hunter2', OPENAI_API_KEY: 'hunter2' }, 'LLM_MAX_TOKENS'],
  [{ LLM_MAX_TOKENS: 'redis://:hunter2@cache' }, 'LLM_MAX_TOKENS'],
  [{ LLM_MODEL: 'sk-hunter2hunter2' }, 'LLM_MODEL'],
  [{ LLM_PROVIDER: 'sk-hunter2hunter2' }, 'LLM_PROVIDER'],
  [{ LLM_PROVIDER: 'my.hunter2', X_API_KEY: 'my.hunter2' }, 'LLM_PROVIDER'],
  [{ LLM_FALLBACK_MODEL: 'redis://:hunter2@cache/x' }, 'LLM_FALLBACK_MODEL'],
] as const)('an error never shows what may be a secret: %j', ([env, name]) => {
  const make = (): unknown => lmFromEnv({ ...model, ...env })
  expect(make).toThrow(`${name} has a value that cannot be used`)
  expect(make).not.toThrow('hunter2')
})

test('a path and a URL for the cache at once are refused, and both are named', () => {
  const env = { ...model, CACHE_PATH: '/tmp/x.db', CACHE_URL: 'redis://:hunter2@x' }
  expect(() => lmFromEnv(env)).toThrow('CACHE_PATH and CACHE_URL')
  expect(() => lmFromEnv(env)).not.toThrow('hunter2')
})

test.for([
  [
    { LLM_PROVIDER: 'OpenAI', LLM_MODEL: 'gpt-4o' },
    'LLM_PROVIDER cannot be used. The provider "OpenAI"',
  ],
  [{ LLM_MODEL: 'opnai/gpt-4o' }, 'LLM_MODEL cannot be used. The provider "opnai"'],
  [{ ...model, LLM_FALLBACK_MODEL: 'opnai/x' }, 'LLM_FALLBACK_MODEL cannot be used.'],
] as const)('an unknown provider is refused by the name of its variable: %j', ([env, message]) => {
  expect(() => lmFromEnv(env)).toThrow(message)
})

test('a fallback without a provider is refused, and the message names what to set', () => {
  expect(() => lmFromEnv({ ...model, LLM_FALLBACK_MODEL: 'tiny' })).toThrow('LLM_PROVIDER')
})

test('each variable is listed once, and says what it may be, what holds without it and what it means', () => {
  const names = environmentVariables.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { name, type, default: fallback, meaning } of environmentVariables) {
    expect(name).toMatch(/^(LLM|CACHE)_[A-Z_]+$/)
    expect([type, fallback, meaning].every((part) => part.length > 3)).toBe(true)
  }
})
