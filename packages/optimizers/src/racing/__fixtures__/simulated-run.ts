import { derivedRandom } from '../../random/derived-random.ts'
import { type Random, seededRandom } from '../../random/random.ts'
import { errorShare } from '../error-share.ts'
import { Race } from '../race.ts'
import { normal } from './normal.ts'

/** Candidates and the validation set they are run on. */
export interface World {
  readonly examples: number
  /** How far candidates lie apart: the standard deviation of their ability, on a scale where examples' difficulty has 1.5. */
  readonly spread: number
  readonly graded: boolean
}

/** What a run with races found, beside what full validation would have. */
export interface SimulatedRun {
  readonly mean: number
  readonly fullMean: number
  /** Evaluations, as a part of those of full validation. */
  readonly share: number
  /** Whether a candidate better than the best so far was lost. */
  readonly lostBetter: boolean
}

const candidateCount = 30

/** Validates thirty candidates one after the other, each in a race with the best so far. */
export function simulatedRun(world: World, seed: number): SimulatedRun {
  const candidates = makeCandidates(world, seededRandom(seed))
  let best = candidates[0] ?? []
  let evaluations = best.length
  let improvements = 0
  let lostBetter = false
  for (const [index, candidate] of candidates.slice(1).entries()) {
    const random = derivedRandom(seed, index)
    const race = new Race({
      best,
      errorProbability: errorShare(0.05, improvements),
      random,
    })
    while (race.state === 'continue') {
      const scores = race.nextBatch.map((position) => candidate[position] ?? 0)
      evaluations += scores.length
      race.observe(scores)
    }
    const isBetter = average(candidate) > average(best)
    if (isBetter && race.state === 'lost') lostBetter = true
    if (average(candidate) <= average(best) || race.state === 'lost') continue
    best = candidate
    improvements += 1
  }
  return {
    mean: average(best),
    fullMean: Math.max(...candidates.map(average)),
    share: evaluations / (candidateCount * world.examples),
    lostBetter,
  }
}

function makeCandidates({ examples, spread, graded }: World, random: Random): number[][] {
  const difficulties = Array.from({ length: examples }, () => 1.5 * normal(random))
  return Array.from({ length: candidateCount }, () => {
    const ability = 0.5 + spread * normal(random)
    return difficulties.map((difficulty) => {
      const chance = 1 / (1 + Math.exp(difficulty - ability))
      if (graded) return Math.min(1, Math.max(0, chance + 0.2 * normal(random)))
      return random.next() < chance ? 1 : 0
    })
  })
}

function average(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
