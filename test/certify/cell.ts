import { GroupSequentialTest, groupSequentialDesign, type SequentialTest } from '@ockham/optimizers'
import { Random } from '../fuzz/random.ts'
import type { Distribution } from './distributions.ts'
import { withoutReplacement, withReplacement } from './draws.ts'
import { independent, type Population, paired, sharedDifficulty } from './population.ts'
import { runTest } from './run-test.ts'
import { exactTest, type Requirement, tolerance } from './task.ts'

/** One setting under which certificates are counted. */
export interface Cell {
  readonly compared: 'alone' | 'shared difficulty' | 'paired'
  /** The part of the examples on which a candidate differs from the reference; only for `paired`. */
  readonly discordance?: number
  readonly distribution: Distribution
  readonly size: number
  readonly replacement: boolean
  /** How far the candidates that are not adequate fall short of it. */
  readonly scene: 'least favourable' | 'easy'
  readonly test: 'exact' | 'approximate'
}

/** What came of a cell. */
export interface CellResult {
  readonly cell: Cell
  /** The part of the repetitions in which any candidate was certified that is not adequate. */
  readonly errorRate: number
  /** The part of the repetitions in which the candidate that is clearly adequate was certified; easy scenes only. */
  readonly power: number | undefined
  /** Examples that its test took, on average. */
  readonly examples: number | undefined
}

export const alpha = 0.05
export const candidateCount = 7
/** How far below the boundary the least favourable mean is. */
export const barely = 1e-3
const clearly = { alone: 0.1, 'shared difficulty': 0.1, paired: 0.05 }

/** Repeats the tests of all candidates, looking after every example. */
export function runCell(cell: Cell, repetitions: number, seed: number): CellResult {
  const random = new Random(seed)
  const population = makePopulation(cell, random)
  const draws = (cell.replacement ? withReplacement : withoutReplacement)(cell.size, random)
  const makers = requirements(cell, population).map((requirement) => maker(cell, requirement))
  const adequate = cell.scene === 'easy' ? candidateCount - 1 : undefined
  let wrong = 0
  let right = 0
  let examples = 0
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const order = draws.next()
    let error = false
    for (const [candidate, make] of makers.entries()) {
      if (error && candidate !== adequate) continue
      const test = make()
      const seen = runTest(test, population, { candidate, order })
      if (candidate === adequate) {
        examples += seen
        if (test.decision === 'certified') right += 1
      } else if (test.decision === 'certified') error = true
    }
    if (error) wrong += 1
  }
  const easy = adequate !== undefined
  return {
    cell,
    errorRate: wrong / repetitions,
    power: easy ? right / repetitions : undefined,
    examples: easy ? examples / repetitions : undefined,
  }
}

export function makePopulation(
  { compared, discordance, distribution, size }: Cell,
  random: Random,
): Population {
  const options = { distribution, size, candidates: candidateCount, random }
  if (compared === 'paired') return paired(options, discordance ?? 0.1)
  return compared === 'alone' ? independent(options) : sharedDifficulty(options)
}

/** In easy scenes the last candidate is the one that is adequate. */
function requirements({ scene, compared }: Cell, population: Population): Requirement[] {
  const far = clearly[compared]
  return population.candidates.map((_, candidate) => {
    if (scene === 'least favourable') return { population, candidate, shortfall: barely }
    return { population, candidate, shortfall: candidate === candidateCount - 1 ? -far : far }
  })
}

function maker(cell: Cell, requirement: Requirement): () => SequentialTest {
  const errorProbability = alpha / candidateCount
  if (cell.test === 'approximate') {
    const { size } = cell
    const looks = [50, 75, 115, 175, 265].filter((look) => look < size)
    const design = groupSequentialDesign({ looks: [...looks, size], errorProbability })
    return () => new GroupSequentialTest({ tolerance: tolerance(requirement), design })
  }
  const populationSize = cell.replacement ? Number.POSITIVE_INFINITY : cell.size
  // Giving up would hide errors that come late, so the least favourable scenes go on to the end.
  const patience = cell.scene === 'easy' ? {} : { futilityErrorProbability: 0 }
  const options = { errorProbability, populationSize, ...patience }
  return () => exactTest(requirement, options)
}
