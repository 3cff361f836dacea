import {
  anthropic,
  embedded,
  lm,
  lmFromEnv,
  ollama,
  openai,
  openaiCompatible,
} from '@ockham/adapters'
import {
  AllRoutesFailedError,
  cached,
  fallback,
  type LM,
  LMServerError,
  Predict,
  retrying,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'

const usage = { inputTokens: 1, outputTokens: 1 }

test('an object literal with three members is an LM', async () => {
  const lm: LM = {
    model: 'mine/echo',
    async generate() {
      return {
        model: 'mine/echo',
        outputs: [{ text: '[[ ## b ## ]]\nhi', finishReason: 'stop' }],
        usage,
      }
    },
    async *stream() {},
  }
  expect(await new Predict('a -> b')({ a: 'x' }, { lm })).toEqual({ b: 'hi' })
})

test('the mock answers with fields, with texts in order, or by a function, and records', async () => {
  const classify = new Predict('a -> b')
  expect(await classify({ a: 'x' }, { lm: new MockLM({ b: 'field' }) })).toEqual({ b: 'field' })
  const texts = new MockLM(['[[ ## b ## ]]\none', '[[ ## b ## ]]\ntwo'])
  expect((await classify({ a: 'x' }, { lm: texts })).b).toBe('one')
  expect((await classify({ a: 'x' }, { lm: texts })).b).toBe('two')
  const answering = new MockLM((request) => `[[ ## b ## ]]\n${request.messages.length}`)
  expect((await classify({ a: 'x' }, { lm: answering })).b).toBe('2')
  expect(answering.requests[0]?.messages[0]?.role).toBe('system')
})

test('decorators take an LM and give an LM', async () => {
  let calls = 0
  const flaky = new MockLM(() => {
    calls += 1
    if (calls < 3) throw new LMServerError('busy', { model: 'flaky', status: 503 })
    return '[[ ## b ## ]]\nfine'
  })
  const lm = cached(retrying(flaky, { initialDelayMs: 1 }))
  const classify = new Predict('a -> b')
  expect((await classify({ a: 'x' }, { lm })).$meta.cached).toBe(false)
  expect((await classify({ a: 'x' }, { lm })).$meta).toMatchObject({ cached: true, costUSD: 0 })
  expect(calls).toBe(3)
})

test('a fallback answers with the next LM, and tells of every failure when none is left', async () => {
  const down = (model: string) =>
    new MockLM(
      () => {
        throw new LMServerError(`${model} is down`)
      },
      { model },
    )
  const up = new MockLM({ b: 'up' }, { model: 'up' })
  const classify = new Predict('a -> b')
  expect((await classify({ a: 'x' }, { lm: fallback(down('one'), up) })).$meta.model).toBe('up')
  const error = await classify({ a: 'x' }, { lm: fallback(down('one'), down('two')) }).catch(
    (caught: unknown) => caught,
  )
  expect(AllRoutesFailedError.is(error) && error.errors).toHaveLength(2)
})

test('vendors are made by name, by pair, by factory or from the environment, without a key at hand', () => {
  expect(lm('openai/gpt-4o-mini', { temperature: 0 }).model).toBe('openai/gpt-4o-mini')
  expect(lm('openrouter/anthropic/claude-sonnet-4').model).toBe(
    'openrouter/anthropic/claude-sonnet-4',
  )
  expect(openai('gpt-4o-mini').model).toBe('openai/gpt-4o-mini')
  expect(anthropic('claude-haiku-4-5').model).toBe('anthropic/claude-haiku-4-5')
  expect(ollama('llama3.2').model).toBe('ollama/llama3.2')
  expect(openaiCompatible({ baseURL: 'http://localhost:8000/v1', model: 'mine' }).model).toContain(
    'mine',
  )
  expect(embedded('small').model).toBe('embedded/small')
  const env = {
    LLM_PROVIDER: 'openai',
    LLM_MODEL: 'gpt-4o-mini',
    ANALYZER_LLM_MODEL: 'ollama/llama3.2',
  }
  expect(lmFromEnv(env).model).toBe('openai/gpt-4o-mini')
  expect(lmFromEnv(env, { module: 'analyzer' }).model).toBe('ollama/llama3.2')
})
