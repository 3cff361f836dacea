import { Random } from '../fuzz/random.ts'
import { inOrder } from '../worlds/in-order.ts'
import { alpha, barely, type Cell, candidateCount, makePopulation } from './cell.ts'
import { completionOrder } from './completion-order.ts'
import { distributions } from './distributions.ts'
import { withoutReplacement } from './draws.ts'
import type { Population } from './population.ts'
import { runTest } from './run-test.ts'
import { exactTest, type TestOptions } from './task.ts'

/** A mistake on purpose: its error rate must be above what the exact tests keep to. */
export interface Control {
  readonly name: string
  /** Which candidates are tested, in which order, with which error probability. */
  plan(repetition: Repetition): readonly Plan[]
}

/** One order of the examples. */
interface Repetition {
  readonly population: Population
  readonly order: Uint32Array
  readonly random: Random
}

interface Plan {
  readonly candidate: number
  readonly order: Uint32Array
  readonly errorProbability: number
}

const pilotSize = 40
const inFlight = 32
const all = Array.from({ length: candidateCount }, (_, candidate) => candidate)
const split = alpha / candidateCount

/** The mistakes that users of statistics make, or programs for them. */
export const controls: readonly Control[] = [
  {
    name: 'sorted data: the best scores first',
    plan: ({ population, order }) =>
      all.map((candidate) => ({
        candidate,
        order: bestFirst(population, candidate, order),
        errorProbability: split,
      })),
  },
  {
    name: 'reused pilot: the best of a pilot, tested on its examples too',
    plan: ({ population, order }) => [
      {
        candidate: bestOf(population, order.subarray(0, pilotSize)),
        order,
        errorProbability: alpha,
      },
    ],
  },
  {
    name: 'alpha not split among the candidates',
    plan: ({ order }) => all.map((candidate) => ({ candidate, order, errorProbability: alpha })),
  },
  {
    name: 'decided on completions out of order: what is right answers faster',
    plan: ({ population, order, random }) =>
      all.map((candidate) => ({
        candidate,
        order: completionOrder(order, {
          inFlight,
          duration: (example) =>
            (1 + random.next()) * (4 - 3 * scoreOf(population, candidate, example)),
        }),
        errorProbability: split,
      })),
  },
]

/** The part of the repetitions in which the mistake certified a candidate that is not adequate. */
export function runControl(control: Control, repetitions: number, seed: number): number {
  const random = new Random(seed)
  const [distribution] = distributions
  if (distribution === undefined) throw new Error('There is no distribution.')
  const cell: Cell = {
    compared: 'alone',
    distribution,
    size: 400,
    replacement: false,
    scene: 'least favourable',
    test: 'exact',
  }
  const population = makePopulation(cell, random)
  const draws = withoutReplacement(cell.size, random)
  const patience = { populationSize: cell.size, futilityErrorProbability: 0 }
  let wrong = 0
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const plans = control.plan({ population, order: draws.next(), random })
    const certified = plans.some(({ candidate, order, errorProbability }) => {
      const options: TestOptions = { ...patience, errorProbability }
      const test = exactTest({ population, candidate, shortfall: barely }, options)
      runTest(test, population, { candidate, order })
      return test.decision === 'certified'
    })
    if (certified) wrong += 1
  }
  return wrong / repetitions
}

function scoreOf({ candidates }: Population, candidate: number, example: number): number {
  return candidates[candidate]?.[example] ?? 0
}

function bestFirst(population: Population, candidate: number, order: Uint32Array): Uint32Array {
  return Uint32Array.from(
    inOrder([...order], (example) => -scoreOf(population, candidate, example)),
  )
}

function bestOf(population: Population, pilot: Uint32Array): number {
  const sums = all.map((candidate) =>
    pilot.reduce((sum, example) => sum + scoreOf(population, candidate, example), 0),
  )
  return sums.indexOf(Math.max(...sums))
}
