import { OptionError } from '@ockham/core'
import { checkSeed } from '../../options/check-seed.ts'
import { checkWholeNumber } from '../../options/check-whole-number.ts'
import { seededRandom } from '../../random/random.ts'
import { shuffle } from '../../random/shuffle.ts'
import { NonInferiorityTest } from './non-inferiority-test.ts'
import {
  checkSampleSizeOptions,
  gapText,
  percent,
  type SampleSizeOptions,
  type SampleSizePlan,
} from './plan-sample-size.ts'

/** What is known, or guessed, of a model and its reference on a devset. */
export interface DevsetSampleOptions extends SampleSizeOptions {
  devsetSize: number
  /** 0 by default. */
  seed?: number
}

/** How many examples of a devset a certificate on that devset takes. */
export interface DevsetSamplePlan extends SampleSizePlan {
  /** The mean number; `examples` is enough with a probability of `power`. */
  readonly expected: number
}

const defaults = { gap: 0, alpha: 0.05, power: 0.8, seed: 0 }
const repetitions = 400

/**
 * Examples out of a devset that a `NonInferiorityTest` takes until it certifies that a model is adequate on the
 * whole devset, by simulation with scores of 0 and 1. Throws `OptionError` for what cannot be.
 */
export function planDevsetSample(options: DevsetSampleOptions): DevsetSamplePlan {
  const { devsetSize, discordance, margin, gap = defaults.gap, seed = defaults.seed } = options
  const { alpha = defaults.alpha, power = defaults.power } = options
  const assumed = { discordance, margin, gap, alpha, power }
  checkSampleSizeOptions(assumed)
  checkWholeNumber('devsetSize', devsetSize, 1)
  checkSeed(seed)
  const differences = devsetDifferences(devsetSize, discordance, gap)
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / devsetSize
  if (mean < -margin) {
    throw new OptionError('devsetSize', `${devsetSize} is too small for these numbers; raise it.`)
  }
  const random = seededRandom(seed)
  const taken = Array.from({ length: repetitions }, () =>
    examplesTaken(shuffle(differences, random), { margin, alpha }),
  ).toSorted((one, other) => one - other)
  const examples = taken[Math.ceil(power * repetitions) - 1] ?? devsetSize
  const expected = Math.round(taken.reduce((sum, count) => sum + count, 0) / repetitions)
  const text =
    `${examples} of ${devsetSize} examples, ${expected} on average: to certify, with an error of at most ` +
    `${percent(alpha)} and in ${percent(power)} of cases, that a model which differs from its reference on ` +
    `${percent(discordance)} of the examples${gapText(gap)} is at most ${percent(margin)} below it on this devset.`
  return { examples, expected, text }
}

/** Wins of 1 and losses of -1, and 0 for the examples on which the two agree. */
function devsetDifferences(devsetSize: number, discordance: number, gap: number): number[] {
  const wins = Math.round((devsetSize * (discordance + gap)) / 2)
  const losses = Math.round((devsetSize * (discordance - gap)) / 2)
  return Array.from({ length: devsetSize }, (_, index) => {
    if (index < wins) return 1
    return index < wins + losses ? -1 : 0
  })
}

function examplesTaken(
  differences: readonly number[],
  { margin, alpha }: { margin: number; alpha: number },
): number {
  const test = new NonInferiorityTest({
    tolerance: margin,
    populationSize: differences.length,
    errorProbability: alpha,
    futilityErrorProbability: 0,
  })
  const last = differences.findIndex((difference) => {
    // The pair matters by its difference only.
    return test.observe(Math.max(difference, 0), Math.max(-difference, 0)) !== 'continue'
  })
  return last < 0 ? differences.length : last + 1
}
