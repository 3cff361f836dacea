import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { reply } from '../__fixtures__/reply.ts'
import { Governor } from './governor.ts'
import type { LimitOptions } from './limit-options.ts'
import type { Permit } from './permit.ts'

const good = { response: reply('yes') }
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('places are given in the order of arrival, and never more than there are', async () => {
  const governor = new Governor({ concurrency: 2 })
  const order: number[] = []
  let most = 0
  const call = async (index: number): Promise<void> => {
    const permit = await governor.admit(1)
    order.push(index)
    most = Math.max(most, governor.inFlight)
    await pause(1)
    permit.release(good)
  }
  await Promise.all(Array.from({ length: 20 }, (_, index) => call(index)))
  expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index))
  expect(most).toBe(2)
  expect(governor.inFlight).toBe(0)
})

test('a permit gives its place back once', async () => {
  const governor = new Governor({ concurrency: 3 })
  const permit = await governor.admit(1)
  await governor.admit(1)
  permit.release(good)
  permit.release(good)
  expect(governor.inFlight).toBe(1)
})

test('a signal takes its caller out of the queue at once and leaves nothing behind', async () => {
  const governor = new Governor({ concurrency: 1 })
  const first = await governor.admit(1)
  const controller = new AbortController()
  const leaving = governor.admit(1, controller.signal)
  const staying = governor.admit(1)
  controller.abort('user left')
  await expect(leaving).rejects.toMatchObject({ code: 'aborted', cause: 'user left' })
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  expect(governor.waiting).toBe(1)
  first.release({})
  const second = await staying
  second.release({})
  expect(governor.inFlight).toBe(0)
})

test('a signal that fires between getting the place and using it gives the place back', async () => {
  const governor = new Governor({ concurrency: 1 })
  const first = await governor.admit(1)
  const controller = new AbortController()
  const second = governor.admit(1, controller.signal)
  first.release({})
  controller.abort()
  await expect(second).rejects.toBeInstanceOf(AbortError)
  expect(governor.inFlight).toBe(0)
})

test('a full queue and a wait that grows too long are rate limit errors that say so', async () => {
  const full = new Governor({ concurrency: 1, maxQueue: 0 })
  await full.admit(1)
  await expect(full.admit(1)).rejects.toMatchObject({
    code: 'lm_rate_limit',
    retryAfterMs: expect.any(Number),
    message: expect.stringContaining('maxQueue'),
  })
  const slow = new Governor({ concurrency: 1, maxWaitMs: 20 })
  await slow.admit(1)
  const start = performance.now()
  await expect(slow.admit(1)).rejects.toThrow('longer than 20 ms')
  expect(performance.now() - start).toBeGreaterThan(15)
  expect(slow.waiting).toBe(0)
})

test('a wait that is known to be too long is not begun', async () => {
  const governor = new Governor({ requestsPerMinute: 1, maxWaitMs: 1000 })
  await governor.admit(1)
  const start = performance.now()
  const refused: unknown = await governor.admit(1).catch((error: unknown) => error)
  expect(performance.now() - start).toBeLessThan(200)
  expect(LMRateLimitError.is(refused) && refused.retryAfterMs).toBeGreaterThan(50_000)
})

test('calls a minute are spread once the minute is used up', async () => {
  const governor = new Governor({ requestsPerMinute: 1200 })
  const permits: Permit[] = []
  for (let index = 0; index < 1200; index += 1) permits.push(await governor.admit(0))
  const start = performance.now()
  await governor.admit(0)
  await governor.admit(0)
  // One each 50 ms; what filled up during the first 1200 is taken off.
  expect(performance.now() - start).toBeGreaterThan(40)
  expect(permits).toHaveLength(1200)
})

test('an overload halves the calls at once only once for calls that ran together', async () => {
  const governor = new Governor({ concurrency: 8 })
  const permits = await Promise.all(Array.from({ length: 8 }, () => governor.admit(1)))
  for (const permit of permits.slice(0, 4)) {
    permit.release({ error: new LMServerError('busy', { status: 529 }) })
  }
  for (const permit of permits.slice(4)) permit.release({})
  const after = await Promise.all(Array.from({ length: 4 }, () => governor.admit(1)))
  expect(governor.waitMs(1)).toBeGreaterThan(0)
  // A round of successes allows one more.
  for (const permit of after) permit.release(good)
  await Promise.all(Array.from({ length: 5 }, () => governor.admit(1)))
  expect(governor.waitMs(1)).toBeGreaterThan(0)
})

test('other failures do not slow down, and without `adaptive` nothing does', async () => {
  const governor = new Governor({ concurrency: 2 })
  const permit = await governor.admit(1)
  permit.release({ error: new LMServerError('bug', { status: 500 }) })
  await Promise.all([governor.admit(1), governor.admit(1)])
  const fixed = new Governor({ concurrency: 2, adaptive: false })
  const refused = await fixed.admit(1)
  refused.release({ error: new LMRateLimitError('429') })
  await Promise.all([fixed.admit(1), fixed.admit(1)])
  expect(fixed.inFlight).toBe(2)
})

test.for<LimitOptions>([
  { concurrency: 0 },
  { concurrency: 1.5 },
  { requestsPerMinute: 0 },
  { tokensPerMinute: Number.NaN },
  { maxQueue: -1 },
  { maxWaitMs: -1 },
  { maxRetryAfterMs: Number.POSITIVE_INFINITY },
])('an option that cannot be used is refused by name: %o', (options) => {
  const [option] = Object.keys(options)
  expect(() => new Governor(options)).toThrow(OptionError)
  expect(() => new Governor(options)).toThrow(expect.objectContaining({ option }))
})
