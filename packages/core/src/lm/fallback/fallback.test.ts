import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { BudgetExceededError } from '../../errors/budget-exceeded-error.ts'
import { ContentFilterError } from '../../errors/content-filter-error.ts'
import { ContextWindowExceededError } from '../../errors/context-window-exceeded-error.ts'
import { LMAuthError } from '../../errors/lm-auth-error.ts'
import { LMBillingError } from '../../errors/lm-billing-error.ts'
import { LMConfigurationError } from '../../errors/lm-configuration-error.ts'
import { LMInvalidRequestError } from '../../errors/lm-invalid-request-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { LMTimeoutError } from '../../errors/lm-timeout-error.ts'
import { LMUnsupportedModelError } from '../../errors/lm-unsupported-model-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply } from '../__fixtures__/reply.ts'
import { type ScriptedCall, type ScriptedLM, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { LM } from '../lm.ts'
import { retrying } from '../retry/retrying.ts'
import { fallback } from './fallback.ts'

const fails = (error: unknown): ScriptedCall => ({ end: { throws: error } })
const failing = (model: string, error: unknown): ScriptedLM => scriptedLM(model, [fails(error)])
const served = (model: string): ScriptedLM => scriptedLM(model, [{ end: reply('yes', model) }])

test('the first LM serves when it can, and no other is called', async () => {
  const other = served('test/b')
  expect((await fallback(served('test/a'), other).generate(ask())).model).toBe('test/a')
  expect(other.requests).toHaveLength(0)
})

test.for([
  new LMServerError('503'),
  new LMRateLimitError('429', { retryAfterMs: 30_000 }),
  new LMTimeoutError('silent', { phase: 'first-token' }),
  new LMAuthError('401'),
  new LMBillingError('402'),
  new LMConfigurationError('no key'),
  new LMUnsupportedModelError('404'),
  new LMInvalidRequestError('400'),
  new ContextWindowExceededError('too long'),
  new BudgetExceededError('spent'),
  new AbortError('an abort that is not the caller’s'),
  new TypeError('a bug'),
  'a string',
])('after %s the next LM is asked at once, once, with the same request', async (error) => {
  const first = failing('test/a', error)
  const second = served('test/b')
  const request = ask()
  const start = performance.now()
  expect((await fallback(first, second).generate(request)).model).toBe('test/b')
  expect(performance.now() - start).toBeLessThan(1000)
  expect([...first.requests, ...second.requests]).toMatchObject([request, request])
})

test('a content filter is the answer: it is not routed around', async () => {
  const blocked = new ContentFilterError('violence')
  const second = served('test/b')
  await expect(fallback(failing('test/a', blocked), second).generate(ask())).rejects.toBe(blocked)
  expect(second.requests).toHaveLength(0)
})

test('a content filter is routed around when the options say so', async () => {
  const lms = [failing('test/a', new ContentFilterError('violence')), served('test/b')]
  const response = await fallback(lms, { onContentFilter: 'next' }).generate(ask())
  expect(response.model).toBe('test/b')
})

test('when all fail the error has each cause in order and the soonest time to come back', async () => {
  const errors = [
    new LMRateLimitError('slow down', { retryAfterMs: 9000 }),
    new LMRateLimitError('busy', { retryAfterMs: 4000 }),
    new LMServerError('no time given', { retryAfterMs: Number.NaN }),
  ] as const
  const lms = errors.map((error, index) => failing(`test/${index}`, error))
  await expect(fallback(lms).generate(ask())).rejects.toMatchObject({
    code: 'all_routes_failed',
    errors,
    cause: errors[0],
    retryAfterMs: 4000,
    message: expect.stringMatching(
      /- test\/0: slow down\n- test\/1: busy\n- test\/2: no time given$/,
    ),
  })
})

test('when all fail a foreign message, which can hold a key, is not repeated', async () => {
  const foreign = Object.assign(new Error('GET https://host/?key=sk-canary'), { code: 'EPIPE' })
  const failure: unknown = await fallback(
    failing('test/a', foreign),
    failing('test/b', 'sk-canary'),
  )
    .generate(ask())
    .catch((error: unknown) => error)
  expect(String(failure)).toContain('- test/a: Error EPIPE')
  expect(String(failure)).not.toContain('canary')
})

test('a signal that has fired before lets no call start', async () => {
  const first = served('test/a')
  const pending = fallback(first).generate(ask('hi', AbortSignal.abort()))
  await expect(pending).rejects.toBeInstanceOf(AbortError)
  expect(first.requests).toHaveLength(0)
})

test('when the caller aborts, no second LM is asked', async () => {
  const controller = new AbortController()
  const first: LM = {
    ...served('test/a'),
    async generate() {
      controller.abort('user left')
      throw new LMServerError('closed')
    },
  }
  const second = served('test/b')
  const pending = fallback(first, second).generate(ask('hi', controller.signal))
  await expect(pending).rejects.toMatchObject({ code: 'aborted', cause: 'user left' })
  expect(second.requests).toHaveLength(0)
})

test('each request starts again at the first LM', async () => {
  const first = scriptedLM('test/a', [fails(new LMServerError('503')), { end: reply('back') }])
  const routed = fallback(first, served('test/b'))
  expect((await routed.generate(ask())).model).toBe('test/b')
  expect((await routed.generate(ask())).model).toBe('test/a')
})

test('retrying around fallback waits only when all failed, and then starts again', async () => {
  const limited = fails(new LMRateLimitError('429', { retryAfterMs: 30 }))
  const first = scriptedLM('test/a', [limited, limited])
  const second = scriptedLM('test/b', [
    fails(new LMAuthError('401')),
    { end: reply('yes', 'test/b') },
  ])
  const lm = retrying(fallback(first, second), { initialDelayMs: 0 })
  expect((await lm.generate(ask())).model).toBe('test/b')
  expect(first.requests).toHaveLength(2)
})

test('retrying around fallback gives up when no route can recover', async () => {
  const first = failing('test/a', new LMAuthError('401'))
  const lm = retrying(fallback(first, failing('test/b', new LMBillingError('402'))))
  await expect(lm.generate(ask())).rejects.toMatchObject({ code: 'all_routes_failed' })
  expect(first.requests).toHaveLength(1)
})

test('name is the first, capabilities are those of all, and the cost bound is the sum', () => {
  const first: LM = {
    ...served('test/a'),
    capabilities: { jsonSchema: true, tools: true },
    maxCostUSD: () => 1,
  }
  const second: LM = { ...served('test/b'), capabilities: { tools: true }, maxCostUSD: () => 2 }
  const routed = fallback(first, second)
  expect(routed.model).toBe('test/a')
  expect(routed.capabilities).toMatchObject({ jsonSchema: false, jsonObject: false, tools: true })
  expect(routed.maxCostUSD?.(ask())).toBe(3)
  expect(fallback(first, served('test/c')).maxCostUSD?.(ask())).toBeNull()
})

test('without an LM it is refused', () => {
  expect(() => fallback([])).toThrow(OptionError)
})
