import { expect, test } from 'vitest'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { retryDelay } from './retry-delay.ts'
import { type RetryOptions, resolveRetryOptions } from './retry-options.ts'

const delay = (
  retryAfterMs: number | undefined,
  failures = 1,
  options: RetryOptions = {},
): number =>
  retryDelay(
    new LMRateLimitError('429', { retryAfterMs }),
    failures,
    resolveRetryOptions({ random: () => 0, ...options }),
  )

test('without a time from the provider the wait is a random part of a ceiling that doubles up to its maximum', () => {
  const options = resolveRetryOptions({ random: () => 0.5 })
  const error = new LMServerError('503')
  const waits = [1, 2, 3, 4, 5, 6, 5000].map((failures) => retryDelay(error, failures, options))
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000])
})

test('two callers that fail together do not wait equally long', () => {
  const waits = new Set(Array.from({ length: 100 }, () => delay(1000, 1, { random: Math.random })))
  expect(waits.size).toBeGreaterThan(90)
})

test('the wait is never shorter than the provider asks, and spread upward only', () => {
  expect(delay(2000)).toBe(2000)
  expect(delay(2000, 1, { random: () => 0.5 })).toBe(2250)
})

test.for([-5, Number.NaN, 0, undefined])('a time of %s asks for no wait', (retryAfterMs) => {
  expect(delay(retryAfterMs)).toBe(0)
})

test('a provider that asks for longer than the cap is not waited for', () => {
  expect(delay(60_001)).toBe(Number.POSITIVE_INFINITY)
  expect(delay(1e9)).toBe(Number.POSITIVE_INFINITY)
  expect(delay(60_000)).toBe(60_000)
  expect(delay(2000, 1, { maxRetryAfterMs: 1000 })).toBe(Number.POSITIVE_INFINITY)
})

test('no base delay stays none after any number of failures', () => {
  expect(delay(undefined, 5000, { initialDelayMs: 0 })).toBe(0)
})
