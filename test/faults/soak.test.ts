import { expect, test } from 'vitest'
import { runSoak, type Soak } from './soak/run-soak.ts'

const megabyte = 1024 * 1024

function checkSoak({ heap, log, exitCode, lingeredMs, busy, openSockets }: Soak): void {
  const third = Math.floor(heap.length / 3)
  const mean = (part: readonly number[]): number =>
    part.reduce((sum, bytes) => sum + bytes, 0) / part.length
  const grown = mean(heap.slice(2 * third)) - mean(heap.slice(third, 2 * third))
  expect(grown).toBeLessThan(2 * megabyte)
  expect(log.length).toBeLessThan(10_000)
  expect({ exitCode, busy, openSockets }).toEqual({ exitCode: 0, busy: 0, openSockets: 0 })
  // Nothing held the process back.
  expect(lingeredMs).toBeLessThan(10_000)
}

test('ten thousand requests of mixed faults leave nothing behind', async () => {
  const soak = await runSoak('mixed', 10_000)
  checkSoak(soak)
  const { right = 0, aborted = 0, all_routes_failed: failed = 0, ...others } = soak.outcomes
  // An answer, the caller's own wish, or an error with every cause; nothing else.
  expect(others).toEqual({})
  expect(right + aborted + failed).toBe(10_000)
  expect(aborted).toBeLessThanOrEqual(200)
  expect(failed).toBeLessThan(200)
  expect(soak.faults).toBeGreaterThan(5_000)
  expect(soak.tookMs).toBeLessThan(120_000)
}, 180_000)

test('a provider and a cache that are both down cost neither answers nor memory (F40)', async () => {
  const soak = await runSoak('both-down', 2_400)
  checkSoak(soak)
  const { right = 0, aborted = 0, ...others } = soak.outcomes
  expect(others).toEqual({})
  expect(right + aborted).toBe(2_400)
  // The breaker keeps nearly all of them away.
  expect(soak.faults).toBeLessThan(200)
}, 120_000)
