import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { wait } from './wait.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('it resolves after its time and not before', async () => {
  let over = false
  const waiting = wait(99.5, undefined).then(() => (over = true))
  await vi.advanceTimersByTimeAsync(99)
  expect(over).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(over).toBe(true)
  await waiting
})

test('a signal ends it at once with its reason and leaves no timer', async () => {
  const controller = new AbortController()
  const waiting = wait(60_000, controller.signal)
  controller.abort('enough')
  await expect(waiting).rejects.toMatchObject({ code: 'aborted', cause: 'enough' })
  expect(vi.getTimerCount()).toBe(0)
})

test('a signal that has fired before lets no timer start', async () => {
  await expect(wait(60_000, AbortSignal.abort())).rejects.toBeInstanceOf(AbortError)
  expect(vi.getTimerCount()).toBe(0)
})

test('a finished wait leaves no listener on the signal', async () => {
  const { signal } = new AbortController()
  const waiting = wait(1, signal)
  await vi.advanceTimersByTimeAsync(1)
  await waiting
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})
