import type { Random } from './random.ts'

/** A number drawn from the Poisson distribution with this mean, by multiplying uniform numbers (Knuth); for means up to some hundreds. */
export function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.next(); product > limit; product *= random.next()) count += 1
  return count
}
