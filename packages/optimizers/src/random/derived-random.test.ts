import { expect, it } from 'vitest'
import { derivedRandom } from './derived-random.ts'

it('gives a step the same stream whatever was drawn before', () => {
  const other = derivedRandom(3, 6)
  other.next()
  const draws = [derivedRandom(3, 7), derivedRandom(3, 7)].map((random) => [
    random.next(),
    random.next(),
  ])
  expect(draws[0]).toEqual(draws[1])
})

it('gives every step of every seed a stream of its own', () => {
  const starts = [0, 1, 2].flatMap((seed) =>
    Array.from({ length: 1000 }, (_, step) => derivedRandom(seed, step).next()),
  )
  // Two of 3000 numbers of 32 bits agree by chance once in a thousand such tests.
  expect(new Set(starts).size).toBe(starts.length)
})

it('spreads the first numbers of neighbouring steps evenly, without a trend from step to step', () => {
  const starts = Array.from({ length: 10_000 }, (_, step) => derivedRandom(1, step).next() - 0.5)
  const mean = starts.reduce((sum, start) => sum + start, 0) / starts.length
  const lagged = starts.reduce((sum, start, at) => sum + start * (starts[at - 1] ?? 0), 0)
  expect(Math.abs(mean)).toBeLessThan(0.012)
  expect(Math.abs((lagged / starts.length) * 12)).toBeLessThan(0.04)
})
