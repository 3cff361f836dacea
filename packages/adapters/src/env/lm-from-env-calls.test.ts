import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  BudgetExceededError,
  configure,
  type LM,
  LMServerError,
  LMTimeoutError,
  Predict,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { scratchFolder } from '../cache/__fixtures__/scratch-folder.ts'
import { chatServer } from './__fixtures__/chat-server.ts'
import { configureFromEnv } from './configure-from-env.ts'
import { lmFromEnv } from './lm-from-env.ts'

const at = (
  url: string,
): { LLM_MODEL: string; OPENAI_API_KEY: string; OPENAI_BASE_URL: string } => ({
  LLM_MODEL: 'openai/gpt-4o-mini',
  OPENAI_API_KEY: 'sk-test',
  OPENAI_BASE_URL: `${url}/v1`,
})
const textOf = async (lm: LM): Promise<string | undefined> =>
  (await lm.generate(hello)).outputs[0]?.text

test('the model alone is retried twice', async () => {
  await using server = await chatServer([503, 503])
  expect(await textOf(lmFromEnv(at(server.url)))).toBe('gpt-4o-mini')
  expect(server.requests).toHaveLength(3)
})

test('LLM_MAX_RETRIES says how often, and 0 is never', async () => {
  await using server = await chatServer(Array(20).fill(503))
  for (const [retries, calls] of [
    [0, 1],
    [1, 2],
    [4, 5],
  ] as const) {
    const before = server.requests.length
    const lm = lmFromEnv({ ...at(server.url), LLM_MAX_RETRIES: String(retries) })
    await expect(lm.generate(hello)).rejects.toBeInstanceOf(LMServerError)
    expect(server.requests.length - before).toBe(calls)
  }
})

test('settings reach the wire; options go before them, and a module’s own before both', async () => {
  await using server = await chatServer()
  const env = {
    ...at(server.url),
    LLM_TEMPERATURE: '0.5',
    LLM_MAX_TOKENS: '100',
    WRITER_LLM_MAX_TOKENS: '7',
  }
  await lmFromEnv(env).generate(hello)
  await lmFromEnv(env, { module: 'writer', temperature: 1 }).generate(hello)
  expect(
    server.requests.map(({ body }) => [
      body['temperature'],
      body['max_tokens'] ?? body['max_completion_tokens'],
    ]),
  ).toEqual([
    [0.5, 100],
    [1, 7],
  ])
})

test('LLM_TIMEOUT_MS bounds a call', async () => {
  await using server = await chatServer([], 5000)
  const env = { ...at(server.url), LLM_TIMEOUT_MS: '50', LLM_MAX_RETRIES: '0' }
  const start = performance.now()
  await expect(lmFromEnv(env).generate(hello)).rejects.toBeInstanceOf(LMTimeoutError)
  expect(performance.now() - start).toBeLessThan(2000)
})

test('LLM_MAX_CONCURRENCY bounds the calls at once', async () => {
  await using server = await chatServer([], 20)
  const lm = lmFromEnv({ ...at(server.url), LLM_MAX_CONCURRENCY: '1' })
  const start = performance.now()
  await Promise.all([1, 2, 3, 4].map(() => lm.generate(hello)))
  expect(performance.now() - start).toBeGreaterThan(75)
})

test('LLM_MAX_COST_USD is one budget for all LMs of the environment, unless a module has its own', async () => {
  await using server = await chatServer()
  const env = { ...at(server.url), LLM_MAX_COST_USD: '0', WRITER_LLM_MAX_COST_USD: '1' }
  await expect(lmFromEnv(env).generate(hello)).rejects.toBeInstanceOf(BudgetExceededError)
  expect(await textOf(lmFromEnv(env, { module: 'writer' }))).toBe('gpt-4o-mini')

  const tight = { ...at(server.url), LLM_MAX_COST_USD: '0.0001', LLM_MAX_TOKENS: '5' }
  const outcomes: string[] = []
  for (let count = 0; count < 50; count += 1) {
    outcomes.push(
      await textOf(lmFromEnv(tight)).then(
        () => 'ok',
        ({ code }) => code,
      ),
    )
  }
  expect(outcomes[0]).toBe('ok')
  expect(outcomes.at(-1)).toBe('budget_exceeded')
})

test('CACHE_ENABLED keeps replies for all LMs of the environment, CACHE_TTL for how long', async () => {
  await using server = await chatServer()
  const env = { ...at(server.url), CACHE_ENABLED: 'yes', CACHE_TTL: '0.05' }
  for (let count = 0; count < 3; count += 1) await lmFromEnv(env).generate(hello)
  expect(server.requests).toHaveLength(1)
  await new Promise((resolve) => setTimeout(resolve, 80))
  await lmFromEnv(env).generate(hello)
  expect(server.requests).toHaveLength(2)
})

test('CACHE_PATH keeps replies in a file, unless CACHE_ENABLED says no', async () => {
  using folder = scratchFolder()
  await using server = await chatServer()
  const env = { ...at(server.url), CACHE_PATH: join(folder.path, 'cache.db') }
  await lmFromEnv({ ...env, CACHE_ENABLED: 'off' }).generate(hello)
  expect(existsSync(env.CACHE_PATH)).toBe(false)
  await lmFromEnv(env).generate(hello)
  // Another environment is as good as another process.
  expect((await lmFromEnv({ ...env }).generate(hello)).cached).toBe(true)
  expect(server.requests).toHaveLength(2)
})

test('configureFromEnv makes it the LM of every predictor', async () => {
  await using server = await chatServer()
  const lm = configureFromEnv(at(server.url))
  expect(lm.model).toBe('openai/gpt-4o-mini')
  await new Predict('question -> answer')({ question: 'hi' }).catch(() => undefined)
  configure({ lm: undefined })
  expect(server.requests.length).toBeGreaterThan(0)
})
