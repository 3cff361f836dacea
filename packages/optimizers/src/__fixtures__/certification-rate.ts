import { seededRandom } from '../random/random.ts'
import { shuffle } from '../random/shuffle.ts'
import type { Decision, SequentialTest } from '../selection/statistics/sequential-test.ts'

/** What to repeat, and how often. */
export interface Simulation {
  /** For each candidate its value on each example. */
  readonly candidates: readonly (readonly number[])[]
  readonly replications: number
  readonly makeTest: () => SequentialTest
  /** The order of the examples; random unless given. */
  readonly order?: (values: readonly number[]) => readonly number[]
}

/** What came of it. */
export interface SimulationResult {
  /** The part of the replications in which any candidate was certified. */
  readonly certified: number
  /** Examples of a replication until the first candidate was decided on, from few to many. */
  readonly examples: readonly number[]
}

/** Runs tests over and over, looking at them after every single value. */
export function simulate(simulation: Simulation): SimulationResult {
  const { candidates, replications, makeTest } = simulation
  const random = seededRandom(20_260)
  const examples: number[] = []
  let certified = 0
  for (let replication = 0; replication < replications; replication += 1) {
    const positions = Array.from(candidates[0] ?? [], (_, position) => position)
    const permutation = shuffle(positions, random)
    const decisions = candidates.map((values) => {
      const drawn = permutation.map((position) => values[position] ?? Number.NaN)
      const test = makeTest()
      let decision: Decision = 'continue'
      let seen = 0
      for (const value of simulation.order?.(drawn) ?? drawn) {
        seen += 1
        decision = test.observe(value)
        if (decision !== 'continue') break
      }
      examples.push(seen)
      return decision
    })
    if (decisions.includes('certified')) certified += 1
  }
  return {
    certified: certified / replications,
    examples: examples.toSorted((one, other) => one - other),
  }
}

/** The largest rate that chance alone explains, three standard errors above the true one. */
export function rateLimit(rate: number, replications: number): number {
  return rate + 3 * Math.sqrt((rate * (1 - rate)) / replications)
}

/** So many ones and halves, and zeros up to `size`. */
export function scores(size: number, ones: number, halves = 0): number[] {
  return Array.from({ length: size }, (_, index) => {
    if (index < ones) return 1
    return index < ones + halves ? 0.5 : 0
  })
}
