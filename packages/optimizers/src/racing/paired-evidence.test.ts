import { expect, it } from 'vitest'
import { seededRandom } from '../random/random.ts'
import { PairedEvidence } from './paired-evidence.ts'

/** The logarithm of the wealth after each example. */
function wealth(candidate: readonly number[], best: readonly number[], leastGain = 0): number[] {
  const bestMean = best.reduce((sum, score) => sum + score, 0) / best.length
  const evidence = new PairedEvidence({ bestMean, leastGain, populationSize: best.length })
  return candidate.map((score, example) => evidence.observe(score, best[example] ?? 0))
}

const random = seededRandom(2)
const best = Array.from({ length: 200 }, () => (random.below(10) < 7 ? 1 : 0))

it('grows against a candidate that is worse on the same examples', () => {
  const worse = best.map((score, example) => (example % 5 === 0 ? 0 : score))
  expect(wealth(worse, best)[120]).toBeGreaterThan(Math.log(20))
})

it('grows against a candidate that is worse where it has nothing in common with the best', () => {
  const worse = best.map(() => (random.below(10) < 3 ? 1 : 0))
  expect(wealth(worse, best)[60]).toBeGreaterThan(Math.log(20))
})

it('does not grow against a candidate that is better', () => {
  const better = best.map((score, example) => (example % 7 === 0 ? 1 : score))
  expect(Math.max(...wealth(better, best))).toBeLessThan(Math.log(20))
})

it('is the stronger the more a candidate must gain', () => {
  const same = [...best]
  const [none = 0, some = 0] = [wealth(same, best), wealth(same, best, 0.2)].map((all) => all[100])
  expect(some).toBeGreaterThan(none)
})
