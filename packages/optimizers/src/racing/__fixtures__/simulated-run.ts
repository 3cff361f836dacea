import { derivedRandom } from '../../random/derived-random.ts'
import { type Random, seededRandom } from '../../random/random.ts'
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
  /** The chance of the chosen candidate on a new example, and of the one that full validation chooses. */
  readonly truth: number
  readonly fullTruth: number
  /** Evaluations, as a part of those of full validation. */
  readonly share: number
}

const candidateCount = 19
const newExamples = 400

/** Validates nineteen candidates, side by side or one after the other, each against the best so far. */
export function simulatedRun(world: World, sideBySide: boolean, seed: number): SimulatedRun {
  const random = seededRandom(seed)
  const abilities = Array.from(
    { length: candidateCount },
    () => 0.5 + world.spread * normal(random),
  )
  const candidates = makeScores(world, abilities, random)
  const all = [...candidates.keys()]
  const groups = sideBySide ? [all] : all.map((candidate) => [candidate])
  const known = new Map<number, Set<number>>()
  let best: number | undefined
  for (const group of groups) {
    const runners = best === undefined ? group : [best, ...group]
    const of = (candidate: number | undefined) => candidates[candidate ?? 0] ?? []
    const seen = known.get(best ?? -1)
    const race = new Race({
      candidates: runners.length,
      examples: world.examples,
      random: derivedRandom(seed, group[0] ?? 0),
      ...(seen
        ? { champion: of(best).map((score, index) => (seen.has(index) ? score : undefined)) }
        : {}),
    })
    for (let batch = race.nextBatch; batch; batch = race.nextBatch) {
      const { examples } = batch
      for (const row of batch.candidates) {
        const runner = runners[row] ?? 0
        known.set(runner, new Set([...(known.get(runner) ?? []), ...examples]))
      }
      race.observe(
        batch.candidates.map((row) => examples.map((example) => of(runners[row])[example] ?? 0)),
      )
    }
    best = runners[race.leader]
  }
  // The winner is run on all in the end.
  known.set(best ?? 0, new Set(candidates[0]?.keys()))
  const evaluations = [...known.values()].reduce((sum, seen) => sum + seen.size, 0)
  const full = candidates.reduce(
    (top, one, row) => (average(one) > average(candidates[top]) ? row : top),
    0,
  )
  return {
    truth: truth(abilities[best ?? 0] ?? 0),
    fullTruth: truth(abilities[full] ?? 0),
    share: evaluations / (candidateCount * world.examples),
  }
}

function makeScores(
  { examples, graded }: World,
  abilities: readonly number[],
  random: Random,
): number[][] {
  const difficulties = Array.from({ length: examples }, () => 1.5 * normal(random))
  return abilities.map((ability) =>
    difficulties.map((difficulty) => {
      const chance = 1 / (1 + Math.exp(difficulty - ability))
      if (graded) return Math.min(1, Math.max(0, chance + 0.2 * normal(random)))
      return random.next() < chance ? 1 : 0
    }),
  )
}

function truth(ability: number): number {
  const random = seededRandom(7)
  const chances = Array.from(
    { length: newExamples },
    () => 1 / (1 + Math.exp(1.5 * normal(random) - ability)),
  )
  return average(chances)
}

function average(scores: readonly number[] = []): number {
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
}
