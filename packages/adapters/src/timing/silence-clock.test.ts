import { setTimeout as sleep } from 'node:timers/promises'
import type { TimeoutPhase } from '@ockham/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SilenceClock } from './silence-clock.ts'

const limits = { firstTokenMs: 1000, idleMs: 200, totalMs: 3000 }
let expired: TimeoutPhase[] = []

function clock(given = limits): SilenceClock {
  return new SilenceClock(given, (phase) => expired.push(phase))
}

beforeEach(() => {
  expired = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})

afterEach(() => {
  vi.useRealTimers()
})

test('the first-token limit counts until content comes, and the idle limit from then on', () => {
  const one = clock()
  one.start()
  vi.advanceTimersByTime(900)
  one.stop()
  one.heard()
  one.start()
  vi.advanceTimersByTime(199)
  expect(expired).toEqual([])
  vi.advanceTimersByTime(2)
  expect(expired).toEqual(['idle'])
})

test('waiting without content adds up over several waits', () => {
  const one = clock()
  for (let wait = 0; wait < 11 && expired.length === 0; wait += 1) {
    one.start()
    vi.advanceTimersByTime(100)
    one.stop()
  }
  expect(expired).toEqual(['first-token'])
})

test('time in which nobody waits counts for nothing', () => {
  const one = clock()
  one.start()
  vi.advanceTimersByTime(10)
  one.stop()
  vi.advanceTimersByTime(1_000_000)
  one.start()
  vi.advanceTimersByTime(900)
  expect(expired).toEqual([])
})

test('the total limit holds although content keeps coming', () => {
  const one = clock()
  for (let wait = 0; wait < 40 && expired.length === 0; wait += 1) {
    one.start()
    vi.advanceTimersByTime(100)
    one.stop()
    one.heard()
  }
  expect(expired).toEqual(['total'])
})

test('a hundred thousand pieces of content make a handful of timers', () => {
  const spy = vi.spyOn(globalThis, 'setTimeout')
  const one = clock()
  for (let piece = 0; piece < 100_000; piece += 1) {
    one.start()
    one.stop()
    one.heard()
  }
  expect(spy.mock.calls.length).toBeLessThan(5)
})

test('nothing fires after it is closed, and no timer is left', () => {
  const one = clock()
  one.start()
  one.close()
  expect(vi.getTimerCount()).toBe(0)
})

test('limits of Infinity make no timer', () => {
  const never = Number.POSITIVE_INFINITY
  const one = new SilenceClock({ firstTokenMs: never, idleMs: never, totalMs: never }, () => {})
  one.start()
  expect(vi.getTimerCount()).toBe(0)
})

test('a process too busy to listen gives the vendor its time again, once', async () => {
  vi.useRealTimers()
  const one = clock({ ...limits, firstTokenMs: 100 })
  const startedAt = performance.now()
  one.start()
  while (performance.now() - startedAt < 300);
  await sleep(50)
  expect(expired).toEqual([])
  await sleep(120)
  expect(expired).toEqual(['first-token'])
})
