import { expect, test } from 'vitest'
import { AdapterParseError } from './adapter-parse-error.ts'
import { LMError } from './lm-error.ts'
import { LMProviderError } from './lm-provider-error.ts'
import { LMRateLimitError } from './lm-rate-limit-error.ts'
import { LMTimeoutError } from './lm-timeout-error.ts'
import { OckhamError } from './ockham-error.ts'

test('an error is told by its class and by every class above it', () => {
  const error = new LMRateLimitError('slow down', { status: 429 })
  expect(
    [OckhamError, LMError, LMProviderError, LMRateLimitError].every((one) => one.is(error)),
  ).toBe(true)
  expect(LMTimeoutError.is(error)).toBe(false)
  expect([LMError.is(new Error('x')), LMError.is(undefined), LMError.is('x')]).toEqual([
    false,
    false,
    false,
  ])
})

test('an error of another copy of the package is told too', () => {
  const foreign = new Error('slow down')
  Object.defineProperty(foreign, Symbol.for('ockham.error.kinds'), {
    value: ['LMRateLimitError', 'LMProviderError', 'LMError', 'OckhamError'],
  })
  expect([LMError.is(foreign), LMTimeoutError.is(foreign)]).toEqual([true, false])
})

test('an error has its name, its code, its cause, and the facts that are known', () => {
  const cause = new Error('below')
  const error = new LMTimeoutError('too slow', { phase: 'idle', model: 'a/b', cause })
  expect(error).toMatchObject({
    name: 'LMTimeoutError',
    code: 'lm_timeout',
    phase: 'idle',
    model: 'a/b',
    cause,
  })
  expect(Object.keys(error)).not.toContain('status')
})

test('a parse error shows the start of a long reply and keeps all of it', () => {
  const text = 'x'.repeat(10_000)
  const error = new AdapterParseError({ adapter: 'A', field: 'f', text, partial: {}, reason: 'r' })
  expect(error.message.length).toBeLessThan(700)
  expect(error.text).toBe(text)
})
