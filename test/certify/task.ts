import { BettingTest, NonInferiorityTest, type SequentialTest } from '@ockham/optimizers'
import type { Population } from './population.ts'

/** What is asked of one candidate: by how much its true mean falls short of what is adequate. */
export interface Requirement {
  readonly population: Population
  readonly candidate: number
  /** Negative where it is adequate. */
  readonly shortfall: number
}

/** How a test is made. */
export interface TestOptions {
  readonly errorProbability: number
  readonly populationSize: number
  readonly futilityErrorProbability?: number
}

/** The exact test of a candidate: of its mean, or of its differences from the reference. */
export function exactTest(requirement: Requirement, options: TestOptions): SequentialTest {
  return requirement.population.reference === undefined
    ? new BettingTest({ ...options, target: floor(requirement) })
    : new NonInferiorityTest({ ...options, tolerance: tolerance(requirement) })
}

/** How far below the reference is adequate; below zero where the candidate must be better. */
export function tolerance({ population, candidate, shortfall }: Requirement): number {
  const { candidates, reference } = population
  return mean(reference) - mean(candidates[candidate]) - shortfall
}

function floor({ population, candidate, shortfall }: Requirement): number {
  return mean(population.candidates[candidate]) + shortfall
}

function mean(scores: Float64Array | undefined): number {
  if (scores === undefined) throw new Error('There are no scores.')
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
