import { afterEach, expect, test, vi } from 'vitest'
import { OckhamError } from '../../errors/ockham-error.ts'
import { withinLimit } from './within-limit.ts'

afterEach(() => void vi.useRealTimers())

test('work that ends in time gives its result and leaves no timer', async () => {
  vi.useFakeTimers()
  expect(await withinLimit(1000, async () => 'done')).toBe('done')
  expect(await withinLimit(1000, () => 'done')).toBe('done')
  expect(vi.getTimerCount()).toBe(0)
})

test('work that takes longer is an error that tells the limit', async () => {
  vi.useFakeTimers()
  const limited = withinLimit(1000, () => new Promise<never>(() => undefined))
  const refused = expect(limited).rejects.toThrow('1000 ms')
  await vi.advanceTimersByTimeAsync(1000)
  await refused
  await expect(limited).rejects.toBeInstanceOf(OckhamError)
})

test('work that throws or rejects does so', async () => {
  const fail = (): never => {
    throw new Error('down')
  }
  await expect(withinLimit(1000, fail)).rejects.toThrow('down')
  await expect(withinLimit(1000, async () => fail())).rejects.toThrow('down')
})

test('a promise of another make is timed as well', async () => {
  // biome-ignore lint/suspicious/noThenProperty: a promise that is not one of Node's
  const stuck = { then: () => undefined } as unknown as Promise<never>
  await expect(withinLimit(5, () => stuck)).rejects.toThrow('did not answer within 5 ms')
})
