import {
  AbortError,
  AllRoutesFailedError,
  ContentFilterError,
  ContextWindowExceededError,
  LMAuthError,
  LMConfigurationError,
  LMInvalidRequestError,
  LMRateLimitError,
  LMServerError,
  LMTransportError,
  LMUnexpectedError,
  LMUnsupportedModelError,
  OptionError,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { collect } from '../__fixtures__/collect.ts'
import { ask } from './__fixtures__/ask.ts'
import { reply, scriptedLM } from './__fixtures__/scripted-lm.ts'
import { router } from './router.ts'

const options = { strategy: 'ordered', random: () => 0 } as const

test('the first model serves, and the plan says why', async () => {
  const a = scriptedLM('test/a', [{ texts: ['yes'] }])
  const b = scriptedLM('test/b', [])
  const response = await router({ models: [a, b], ...options }).generate(ask())
  expect(response.model).toBe('test/a')
  expect(response.outputs[0]?.text).toBe('yes')
  expect(response.plan).toMatchObject({
    strategy: 'ordered',
    cache: 'off',
    candidates: [
      { model: 'test/a', verdict: 'chosen', score: 1 },
      { model: 'test/b', verdict: 'standby', reason: 'It was not needed.' },
    ],
    attempts: [{ model: 'test/a', outcome: 'ok', costUSD: 0.01 }],
  })
  expect(b.requests).toHaveLength(0)
})

const server = new LMServerError('test/a: down', { status: 503 })
const cases = [
  ['a server error', server, 2],
  ['a broken connection', new LMTransportError('test/a: reset'), 2],
  ['a reply outside the protocol', new LMUnexpectedError('test/a: odd'), 2],
  ['a rate limit', new LMRateLimitError('test/a: slow', { retryAfterMs: 60_000 }), 1],
  ['a refused key', new LMAuthError('test/a: key'), 1],
  ['an unknown model', new LMUnsupportedModelError('test/a: what?'), 1],
  ['a full window', new ContextWindowExceededError('test/a: long'), 1],
  ['an error of nobody knows whom', new TypeError('bug'), 1],
] as const

test.each(cases)('after %s the next model serves', async (_, error, calls) => {
  const a = scriptedLM('test/a', [{ end: { throws: error } }])
  const b = scriptedLM('test/b', [{ texts: ['yes'] }])
  const route = router({ models: [a, b], ...options })
  expect((await route.generate(ask())).model).toBe('test/b')
  expect(a.requests).toHaveLength(calls)
  const c = scriptedLM('test/a', [{ end: { throws: error } }])
  const streamed = await collect(router({ models: [c, b], ...options }), ask())
  expect(streamed.response.model).toBe('test/b')
  expect(c.requests).toHaveLength(calls)
})

test('a server error that passes is served by the same model', async () => {
  const a = scriptedLM('test/a', [{ end: { throws: server } }, { texts: ['yes'] }])
  const b = scriptedLM('test/b', [])
  const response = await router({ models: [a, b], ...options }).generate(ask())
  expect(response.model).toBe('test/a')
  expect(response.plan?.attempts.map(({ outcome }) => outcome)).toEqual(['lm_server', 'ok'])
  expect(response.plan?.candidates[0]?.reason).toContain('Asked again')
  expect(b.requests).toHaveLength(0)
})

test('the cost is that of all calls that are known to have cost something', async () => {
  const billed = new LMServerError('test/a: late', { costUSD: 0.5 })
  const a = scriptedLM('test/a', [{ end: { throws: billed } }])
  const b = scriptedLM('test/b', [{ texts: ['yes'] }])
  const response = await router({ models: [a, b], ...options }).generate(ask())
  expect(response.costUSD).toBeCloseTo(1.01)
  expect(response.usage).toEqual({ inputTokens: 3, outputTokens: 2 })
  expect(response.plan?.attempts.map(({ costUSD }) => costUSD)).toEqual([0.5, 0.5, 0.01])
})

test('a content filter is the answer, unless the next model is to be asked', async () => {
  const error = new ContentFilterError('test/a: no')
  const a = scriptedLM('test/a', [{ end: { throws: error } }])
  const b = scriptedLM('test/b', [{ texts: ['yes'] }])
  expect(await caught(router({ models: [a, b], ...options }).generate(ask()))).toBe(error)
  expect(b.requests).toHaveLength(0)
  const lenient = router({ models: [a, b], ...options, onContentFilter: 'next' })
  expect((await lenient.generate(ask())).model).toBe('test/b')
})

test('a reply that the filter emptied goes to the next model too, when asked so', async () => {
  const blocked = reply('', 'test/a')
  const a = scriptedLM('test/a', [
    {
      texts: ['half'],
      end: { ...blocked, outputs: [{ text: '', finishReason: 'content_filter' }] },
    },
  ])
  const b = scriptedLM('test/b', [{ texts: ['yes'] }])
  const lenient = router({ models: [a, b], ...options, onContentFilter: 'next' })
  const { events, response } = await collect(lenient, ask())
  expect(events.map(({ type }) => type)).toEqual(['text-delta', 'restart', 'text-delta', 'finish'])
  expect(response.model).toBe('test/b')
  expect(response.costUSD).toBeCloseTo(0.02)
})

test('an invalid request goes on to other providers only, and then the first error is the answer', async () => {
  const error = new LMInvalidRequestError('one/a: bad')
  const fails = [{ end: { throws: error } }]
  const a = scriptedLM('one/a', fails)
  const same = scriptedLM('one/b', fails)
  const other = scriptedLM('two/c', [{ end: { throws: new LMInvalidRequestError('two/c: bad') } }])
  expect(await caught(router({ models: [a, same, other], ...options }).generate(ask()))).toBe(error)
  expect([a, same, other].map(({ requests }) => requests.length)).toEqual([1, 0, 1])
})

test('a prompt that was too long goes to larger windows only', async () => {
  const error = new ContextWindowExceededError('test/a: long')
  const fails = [{ end: { throws: error } }]
  const a = scriptedLM('test/a', fails, { capabilities: { contextTokens: 1000 } })
  const same = scriptedLM('test/b', fails, { capabilities: { contextTokens: 1000 } })
  const larger = scriptedLM('test/c', [{ texts: ['yes'] }], {
    capabilities: { contextTokens: 9000 },
  })
  expect((await router({ models: [a, same, larger], ...options }).generate(ask())).model).toBe(
    'test/c',
  )
  expect(same.requests).toHaveLength(0)
  expect(await caught(router({ models: [a, same], ...options }).generate(ask()))).toBe(error)
})

test('a model without its key is refused, not failed, and costs no call', async () => {
  const error = new LMConfigurationError('test/a needs an API key.')
  const keyless = ['a', 'b', 'c', 'd', 'e'].map((name) =>
    scriptedLM(`test/${name}`, [{ end: { throws: error } }]),
  )
  const ready = scriptedLM('test/f', [{ texts: ['yes'] }])
  const response = await router({ models: [...keyless, ready], ...options }).generate(ask())
  expect(response.model).toBe('test/f')
  expect(response.plan?.attempts).toHaveLength(1)
  expect(response.plan?.candidates[0]).toMatchObject({ verdict: 'refused' })
})

test('a model string whose key is not set is not asked at all', async () => {
  const { OPENAI_API_KEY: key } = process.env
  delete process.env['OPENAI_API_KEY']
  const ready = scriptedLM('test/f', [{ texts: ['yes'] }])
  const route = router({ models: ['openai/gpt-4o-mini', ready], ...options })
  expect(
    route.plan(ask()).candidates.find(({ verdict }) => verdict === 'refused')?.reason,
  ).toContain('OPENAI_API_KEY')
  expect((await route.generate(ask())).model).toBe('test/f')
  const error = await caught(router({ models: ['openai/gpt-4o-mini'] }).generate(ask()))
  expect(error).toBeInstanceOf(AllRoutesFailedError)
  expect(error).toMatchObject({ cause: { code: 'lm_configuration' } })
  if (key !== undefined) process.env['OPENAI_API_KEY'] = key
})

test('when all fail, every error is there, the first is the cause, and the calls are counted', async () => {
  const a = scriptedLM('test/a', [{ end: { throws: server } }])
  const foreign = new Error('https://x/?key=sk-secret')
  const b = scriptedLM('test/b', [{ end: { throws: foreign } }])
  const error = await caught(router({ models: [a, b], ...options }).generate(ask()))
  expect(error).toBeInstanceOf(AllRoutesFailedError)
  expect(error).toMatchObject({ cause: server, errors: [server, server, foreign] })
  expect(String(error)).not.toContain('sk-secret')
})

test('one model alone is asked again as often as there are attempts', async () => {
  const a = scriptedLM('test/a', [{ end: { throws: server } }])
  await caught(router({ models: [a], ...options, attempts: 3 }).generate(ask()))
  expect(a.requests).toHaveLength(3)
})

test('a stream that fails midway restarts at the next model, and finishes once', async () => {
  const a = scriptedLM('test/a', [{ texts: ['half', 'way'], end: { throws: server } }])
  const b = scriptedLM('test/b', [{ texts: ['w', 'hole'] }])
  const { events, response } = await collect(router({ models: [a, b], ...options }), ask())
  expect(events.map(({ type }) => type)).toEqual([
    ...['text-delta', 'text-delta', 'restart'],
    ...['text-delta', 'text-delta', 'restart'],
    ...['text-delta', 'text-delta', 'finish'],
  ])
  expect(response.model).toBe('test/b')
})

test('a stream that is cut is never a reply, and is not asked for again where another model is', async () => {
  const a = scriptedLM('test/a', [{ texts: ['half'], end: 'cut' }])
  const b = scriptedLM('test/b', [{ texts: ['whole'] }])
  const { response } = await collect(router({ models: [a, b], ...options }), ask())
  expect(response.plan?.attempts.map(({ outcome }) => outcome)).toEqual([
    'lm_stream_truncated',
    'ok',
  ])
})

test('a signal that has fired starts nothing', async () => {
  const a = scriptedLM('test/a', [{}])
  const signal = AbortSignal.abort()
  expect(await caught(router({ models: [a] }).generate(ask({ signal })))).toBeInstanceOf(AbortError)
  expect(a.requests).toHaveLength(0)
})

test.each([
  [{ models: [] }, 'models'],
  [{ models: [scriptedLM('test/a', [])], attempts: 0 }, 'attempts'],
  [{ models: [scriptedLM('test/a', [])], tasks: { code: ['test/b'] } }, 'tasks.code'],
  [{ models: [scriptedLM('test/a', [])], rules: [{ when: {}, only: ['x'] }] }, 'rules[0].only'],
  [{ models: [scriptedLM('test/a', [])], timeouts: { idleMs: 0 } }, 'timeouts.idleMs'],
  [{ models: [scriptedLM('test/a', [])], breaker: { openMs: 9e9 } }, undefined],
])('options that cannot be used are named', (wrong, option) => {
  const make = () => router(wrong)
  if (option === undefined) expect(make).not.toThrow()
  else expect(make).toThrow(expect.objectContaining({ option }))
  if (option !== undefined) expect(make).toThrow(OptionError)
})
