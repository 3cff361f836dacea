import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMAuthError } from '../../errors/lm-auth-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { ask } from '../__fixtures__/ask.ts'
import { reply } from '../__fixtures__/reply.ts'
import { type ScriptedCall, scriptedLM } from '../__fixtures__/scripted-lm.ts'
import type { LM } from '../lm.ts'
import { retrying } from './retrying.ts'

const quick = { initialDelayMs: 0 }
const down: ScriptedCall = { end: { throws: new LMServerError('503') } }
const fails = (error: unknown): ScriptedCall => ({ end: { throws: error } })
const answers: ScriptedCall = { end: reply('yes') }

test('a failure that can pass is tried again until there is a reply', async () => {
  const lm = scriptedLM('test/a', [down, down, answers])
  expect(await retrying(lm, quick).generate(ask())).toEqual(reply('yes'))
  expect(lm.requests).toHaveLength(3)
})

test('after three attempts the last error is thrown as it is', async () => {
  const last = new LMServerError('still down')
  const lm = scriptedLM('test/a', [down, down, fails(last), answers])
  await expect(retrying(lm, quick).generate(ask())).rejects.toBe(last)
  expect(lm.requests).toHaveLength(3)
})

test.for([new LMAuthError('401'), new TypeError('a bug'), new AbortError(), 'a string'])(
  'an error that does not pass is thrown at once, untouched: %s',
  async (error) => {
    const lm = scriptedLM('test/a', [fails(error), answers])
    await expect(retrying(lm, quick).generate(ask())).rejects.toBe(error)
    expect(lm.requests).toHaveLength(1)
  },
)

test('a broken connection below an object literal is tried again', async () => {
  const reset = Object.assign(new Error('socket'), { code: 'ECONNRESET' })
  const lm = scriptedLM('test/a', [fails(reset), answers])
  expect(await retrying(lm, quick).generate(ask())).toEqual(reply('yes'))
})

test('a reply outside the protocol is tried again once', async () => {
  const odd = fails(new LMUnexpectedError('html'))
  const lm = scriptedLM('test/a', [odd, odd, answers])
  await expect(retrying(lm, quick).generate(ask())).rejects.toBeInstanceOf(LMUnexpectedError)
  expect(lm.requests).toHaveLength(2)
})

test('each rate limit is waited out by its own time', async () => {
  const limited = (retryAfterMs: number): ScriptedCall =>
    fails(new LMRateLimitError('429', { retryAfterMs }))
  const lm = scriptedLM('test/a', [limited(40), limited(80), answers])
  const start = performance.now()
  await retrying(lm, quick).generate(ask())
  // A timer may fire up to a millisecond early.
  expect(performance.now() - start).toBeGreaterThanOrEqual(118)
})

test('a wait longer than the cap or than what is left to the deadline is not begun', async () => {
  const start = performance.now()
  for (const [retryAfterMs, deadlineMs] of [[61_000], [1e9], [5000, 1000]] as const) {
    const lm = scriptedLM('test/a', [fails(new LMRateLimitError('429', { retryAfterMs })), answers])
    const retried = retrying(lm, { ...quick, ...(deadlineMs && { deadlineMs }) })
    await expect(retried.generate(ask())).rejects.toMatchObject({ retryAfterMs })
    expect(lm.requests).toHaveLength(1)
  }
  expect(performance.now() - start).toBeLessThan(500)
})

test('a backoff longer than the deadline is not begun', async () => {
  const lm = scriptedLM('test/a', [down, answers])
  const options = { initialDelayMs: 5000, deadlineMs: 1000, random: () => 0.9 }
  const start = performance.now()
  await expect(retrying(lm, options).generate(ask())).rejects.toBeInstanceOf(LMServerError)
  expect(performance.now() - start).toBeLessThan(500)
})

test('a signal ends the wait within 50 ms', async () => {
  const controller = new AbortController()
  const lm = scriptedLM('test/a', [fails(new LMRateLimitError('429', { retryAfterMs: 30_000 }))])
  const pending = retrying(lm).generate(ask('hi', controller.signal))
  await new Promise((resolve) => setTimeout(resolve, 10))
  const start = performance.now()
  controller.abort('user left')
  await expect(pending).rejects.toMatchObject({ code: 'aborted', cause: 'user left' })
  expect(performance.now() - start).toBeLessThan(50)
})

test('a signal that has fired before lets no call start', async () => {
  const lm = scriptedLM('test/a', [answers])
  await expect(retrying(lm).generate(ask('hi', AbortSignal.abort()))).rejects.toBeInstanceOf(
    AbortError,
  )
  expect(lm.requests).toHaveLength(0)
})

test('whatever an LM throws when it is aborted comes out as AbortError, without another attempt', async () => {
  const controller = new AbortController()
  let calls = 0
  const lm: LM = {
    ...scriptedLM('test/a', []),
    async generate() {
      calls += 1
      controller.abort()
      throw new LMServerError('socket closed')
    },
  }
  const pending = retrying(lm, quick).generate(ask('hi', controller.signal))
  await expect(pending).rejects.toBeInstanceOf(AbortError)
  expect(calls).toBe(1)
})

test('retrying around retrying does not multiply attempts: the outer options count', async () => {
  const lm = scriptedLM('test/a', Array(20).fill(down))
  const nested = retrying(retrying(lm, { ...quick, attempts: 9 }), { ...quick, attempts: 2 })
  await expect(nested.generate(ask())).rejects.toBeInstanceOf(LMServerError)
  expect(lm.requests).toHaveLength(2)
})

test('two hundred requests at once each have their own attempts', async () => {
  const seen = new Map<string, number>()
  const lm: LM = {
    ...scriptedLM('test/a', []),
    async generate({ messages }) {
      const key = String(messages[0]?.content)
      seen.set(key, (seen.get(key) ?? 0) + 1)
      if (seen.get(key) === 3) return reply(key)
      throw new LMServerError('503')
    },
  }
  const retried = retrying(lm, { initialDelayMs: 2 })
  const keys = Array.from({ length: 200 }, (_, index) => `q${index}`)
  const replies = await Promise.all(keys.map((key) => retried.generate(ask(key))))
  expect(replies.map(({ outputs }) => outputs[0]?.text)).toEqual(keys)
})

test('name and capabilities are those of the LM, and the cost bound covers every attempt', () => {
  const lm: LM = { ...scriptedLM('test/a', []), capabilities: { tools: true }, maxCostUSD: () => 2 }
  const retried = retrying(lm, { attempts: 4 })
  expect(retried).toMatchObject({ model: 'test/a', capabilities: { tools: true } })
  expect(retried.maxCostUSD?.(ask())).toBe(8)
  expect(retrying(scriptedLM('test/b', [])).maxCostUSD?.(ask())).toBeNull()
})

test.for([
  { attempts: 0 },
  { attempts: 1.5 },
  { initialDelayMs: -1 },
  { maxDelayMs: Number.POSITIVE_INFINITY },
  { maxRetryAfterMs: Number.NaN },
  { deadlineMs: -1 },
])('an option that cannot be used is refused by name: %o', (options) => {
  const [option] = Object.keys(options)
  const make = (): LM => retrying(scriptedLM('test/a', []), options)
  expect(make).toThrow(OptionError)
  expect(make).toThrow(expect.objectContaining({ option }))
})
