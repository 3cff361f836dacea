import { LMConfigurationError } from '@ockham/core'
import { expect, test } from 'vitest'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { lmFromEnv } from './lm-from-env.ts'

test.for([
  [{ LLM_MODEL: 'openai/gpt-4o-mini' }, 'openai/gpt-4o-mini'],
  [{ LLM_MODEL: 'gpt-4o-mini', LLM_PROVIDER: 'openai' }, 'openai/gpt-4o-mini'],
  [{ LLM_MODEL: ' gpt-4o-mini ', LLM_PROVIDER: ' openai ' }, 'openai/gpt-4o-mini'],
  [{ LLM_MODEL: 'openai/gpt-4o-mini', LLM_PROVIDER: 'openai' }, 'openai/gpt-4o-mini'],
  [
    { LLM_MODEL: 'openai/gpt-4o-mini', LLM_PROVIDER: 'openrouter' },
    'openrouter/openai/gpt-4o-mini',
  ],
  [{ LLM_MODEL: 'openai/gpt-4o-mini', LLM_PROVIDER: '  ' }, 'openai/gpt-4o-mini'],
  [{ LLM_MODEL: 'gpt-4o-mini' }, 'openai/gpt-4o-mini'],
] as const)('%j is %s', ([env, name]) => {
  expect(lmFromEnv(env).model).toBe(name)
})

test.for([
  [{ ANALYZER_LLM_MODEL: 'ollama/llama3.2', LLM_MODEL: 'openai/gpt-4o' }, 'ollama/llama3.2'],
  [{ ANALYZER_LLM_MODEL: 'llama3.2', ANALYZER_LLM_PROVIDER: 'ollama' }, 'ollama/llama3.2'],
  [{ ANALYZER_LLM_MODEL: 'gpt-4o', LLM_PROVIDER: 'openai', LLM_MODEL: 'x' }, 'openai/gpt-4o'],
  [{ ANALYZER_LLM_MODEL: 'ollama/llama3.2', LLM_PROVIDER: 'openai' }, 'ollama/llama3.2'],
  [{ ANALYZER_LLM_MODEL: '', LLM_MODEL: 'openai/gpt-4o' }, 'openai/gpt-4o'],
  [{ LLM_MODEL: 'openai/gpt-4o' }, 'openai/gpt-4o'],
] as const)('the module analyzer reads its own variables first: %j is %s', ([env, name]) => {
  expect(lmFromEnv(env, { module: 'analyzer' }).model).toBe(name)
})

test('a module name becomes a variable name', () => {
  const env = { QUERY_WRITER_2_LLM_MODEL: 'openai/gpt-4o' }
  expect(lmFromEnv(env, { module: 'query-writer.2' }).model).toBe('openai/gpt-4o')
})

test.for([
  [{}, 'ANALYZER_LLM_MODEL or LLM_MODEL'],
  [{ LLM_MODEL: '   ' }, 'LLM_MODEL'],
  [{ LLM_MODEL: 'gpt-oss-120b' }, 'LLM_PROVIDER'],
  [{ LLM_MODEL: 'no-such-model' }, 'LLM_PROVIDER'],
  [{ LLM_PROVIDER: 'openai' }, 'LLM_MODEL'],
  [{ ANALYZER_LLM_PROVIDER: 'openai', LLM_MODEL: 'ollama/x' }, 'ANALYZER_LLM_MODEL'],
  [{ LLM_MODEL: 'nobody/x' }, 'nobody'],
] as const)('%j is refused, and the message names %s', ([env, text]) => {
  expect(() => lmFromEnv(env, { module: 'analyzer' })).toThrow(LMConfigurationError)
  expect(() => lmFromEnv(env, { module: 'analyzer' })).toThrow(text)
})

test('key and address come from the same environment, and options are passed on', async () => {
  await using server = await scriptedServer((response) => {
    const choices = [{ message: { content: 'ok' }, finish_reason: 'stop' }]
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices }))
  })
  const env = { LLM_MODEL: 'groq/tiny', GROQ_API_KEY: 'gsk', GROQ_API_BASE: server.url }
  await lmFromEnv(env, { temperature: 0 }).generate(hello)
  expect(server.requests[0]).toMatchObject({
    headers: { authorization: 'Bearer gsk' },
    body: { model: 'tiny', temperature: 0 },
  })
})
