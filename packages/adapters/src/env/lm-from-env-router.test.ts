import { AllRoutesFailedError, type LM, type LMResponse } from '@ockham/core'
import { expect, test } from 'vitest'
import { hello } from '../__fixtures__/vendor-wire.ts'
import { chatServer } from './__fixtures__/chat-server.ts'
import { lmFromEnv } from './lm-from-env.ts'

const at = (cloud: string, local: string): Record<string, string> => ({
  OPENAI_API_KEY: 'sk-test',
  OPENAI_BASE_URL: `${cloud}/v1`,
  LM_STUDIO_API_BASE: `${local}/v1`,
})
const ask = (lm: LM): Promise<LMResponse> => lm.generate(hello)

test.for([
  [{ LLM_MODEL: 'openai/gpt-4o,openai/gpt-4o-mini' }, 'openai/gpt-4o'],
  [{ LLM_MODEL: 'gpt-4o, gpt-4o-mini', LLM_PROVIDER: 'openai' }, 'openai/gpt-4o'],
  [
    { LLM_MODEL: 'openai/gpt-4o,openai/gpt-4o-mini', LLM_ROUTING_STRATEGY: 'cost_optimized' },
    'openai/gpt-4o-mini',
  ],
  [{ LLM_MODEL: 'openai/gpt-4o', LLM_FALLBACK_MODEL: 'lm_studio/tiny' }, 'openai/gpt-4o'],
  [
    {
      LLM_MODEL: 'openai/gpt-4o',
      LLM_FALLBACK_MODEL: 'openai/gpt-4o-mini',
      LLM_ROUTING_STRATEGY: 'cost_optimized',
    },
    'openai/gpt-4o',
  ],
  [{ LLM_MODEL: 'openai/gpt-4o,lm_studio/tiny', LLM_PREFER_LOCAL: 'true' }, 'lm_studio/tiny'],
  [
    { LLM_MODEL: 'openai/gpt-4o', LLM_FALLBACK_MODEL: 'lm_studio/tiny', LLM_PREFER_LOCAL: '1' },
    'lm_studio/tiny',
  ],
  [
    {
      LLM_MODEL: 'openai/gpt-4o,lm_studio/tiny',
      LLM_PREFER_LOCAL: 'yes',
      LLM_ROUTING_STRATEGY: 'quality_optimized',
    },
    'lm_studio/tiny',
  ],
  [
    { LLM_MODEL: 'openai/gpt-4o,lm_studio/tiny', LLM_SENSITIVITY: 'confidential' },
    'lm_studio/tiny',
  ],
  [{ LLM_MODEL: 'openai/gpt-4o', LLM_MAX_LATENCY_MS: '5000' }, 'openai/gpt-4o'],
  [{ LLM_MODEL: 'openai/gpt-4o', LLM_ENABLE_FALLBACK: 'on' }, 'openai/gpt-4o'],
] as const)('%j is served by %s', async ([env, model]) => {
  await using server = await chatServer()
  const response = await ask(lmFromEnv({ ...at(server.url, server.url), ...env }))
  expect(response.model).toBe(model)
  expect(response.plan?.candidates.length).toBeGreaterThan(0)
})

test('when the model fails the fallbacks are asked in order, unless LLM_ENABLE_FALLBACK says no', async () => {
  await using cloud = await chatServer(Array(20).fill(401))
  await using local = await chatServer()
  const env = {
    ...at(cloud.url, local.url),
    LLM_MODEL: 'gpt-4o',
    LLM_PROVIDER: 'openai',
    LLM_FALLBACK_MODEL: 'gpt-4o-mini,lm_studio/tiny',
  }
  const response = await ask(lmFromEnv(env))
  expect(response.model).toBe('lm_studio/tiny')
  expect(response.plan?.strategy).toBe('ordered')
  const lm = lmFromEnv({ ...env, LLM_ENABLE_FALLBACK: 'false' })
  expect(lm.model).toBe('openai/gpt-4o')
  await expect(ask(lm)).rejects.toThrow('OPENAI_API_KEY')
})

test('LLM_MAX_LATENCY_MS bounds a request', async () => {
  await using server = await chatServer([], 5000)
  const env = {
    ...at(server.url, server.url),
    LLM_MODEL: 'openai/gpt-4o',
    LLM_MAX_LATENCY_MS: '100',
  }
  const start = performance.now()
  await expect(ask(lmFromEnv(env))).rejects.toThrow()
  expect(performance.now() - start).toBeLessThan(2000)
})

test('LLM_SENSITIVITY is the least; a request can ask for more and never for less', async () => {
  await using server = await chatServer()
  const env = { ...at(server.url, server.url), LLM_MODEL: 'openai/gpt-4o' }
  const lm = lmFromEnv({ ...env, LLM_SENSITIVITY: 'confidential' })
  const loose = { ...hello, config: { sensitivity: 'public' as const } }
  await expect(lm.generate(loose)).rejects.toBeInstanceOf(AllRoutesFailedError)
  const open = lmFromEnv({ ...env, LLM_SENSITIVITY: 'public' })
  expect((await open.generate(hello)).model).toBe('openai/gpt-4o')
  const strict = { ...hello, config: { sensitivity: 'confidential' as const } }
  await expect(open.generate(strict)).rejects.toBeInstanceOf(AllRoutesFailedError)
  expect(server.requests).toHaveLength(1)
})

test('budget, limits and cache hold for a router too', async () => {
  await using server = await chatServer()
  const env = { ...at(server.url, server.url), LLM_MODEL: 'openai/gpt-4o,openai/gpt-4o-mini' }
  const cached = lmFromEnv({ ...env, CACHE_ENABLED: '1' })
  await ask(cached)
  expect(await ask(cached)).toMatchObject({ cached: true, plan: { cache: 'hit' } })
  await expect(ask(lmFromEnv({ ...env, LLM_MAX_COST_USD: '0' }))).rejects.toThrow(
    'LLM_MAX_COST_USD',
  )
  expect(server.requests).toHaveLength(1)
})
