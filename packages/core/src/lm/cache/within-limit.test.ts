import { afterEach, expect, test, vi } from 'vitest'
import { withinLimit } from './within-limit.ts'

afterEach(() => void vi.useRealTimers())

test('work that ends in time gives its result and leaves no timer', async () => {
  vi.useFakeTimers()
  expect(await withinLimit(1000, async () => 'done')).toBe('done')
  expect(vi.getTimerCount()).toBe(0)
})

test('work that takes longer gives nothing', async () => {
  vi.useFakeTimers()
  const limited = withinLimit(1000, () => new Promise<never>(() => undefined))
  await vi.advanceTimersByTimeAsync(1000)
  expect(await limited).toBeUndefined()
})

test('work that throws or rejects gives nothing', async () => {
  const fail = (): never => {
    throw new Error('down')
  }
  expect(await withinLimit(1000, fail)).toBeUndefined()
  expect(await withinLimit(1000, async () => fail())).toBeUndefined()
})
