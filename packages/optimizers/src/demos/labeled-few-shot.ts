import { AbortError, EmptyDatasetError, type Module } from '@ockham/core'
import { type CompilePlan, noWork } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { seededRandom } from '../random/random.ts'
import { copyUntrained } from './copy-untrained.ts'
import { labeledDemos } from './labeled-demos.ts'

/** How to take demonstrations from a trainset. */
export interface LabeledFewShotOptions {
  /** Demonstrations for each predictor; 16 by default. */
  k?: number
  /** Whether to draw them at random, which is the default, or to take the first. */
  sample?: boolean
  /** Of the random draw; 0 by default. */
  seed?: number
}

/** What was done. No LM is called. */
export interface LabeledFewShotReport {
  /** The number of demonstrations of each predictor, by its path. */
  readonly demos: Readonly<Record<string, number>>
  readonly calls: 0
  readonly costUSD: 0
}

const defaults = { k: 16, sample: true, seed: 0 }

/** Gives each predictor labelled examples as demonstrations (dspy.LabeledFewShot). */
export class LabeledFewShot implements Optimizer<object, object, LabeledFewShotReport> {
  private readonly options: Required<LabeledFewShotOptions>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: LabeledFewShotOptions = {}) {
    this.options = { ...defaults, ...options }
    checkWholeNumber('k', this.options.k, 1)
    checkSeed(this.options.seed)
  }

  /** A copy of the program with demonstrations. Throws `EmptyDatasetError` and `AbortError`. */
  async compile<Program extends Module<never, object>>(
    program: Program,
    { trainset, signal }: TrainOptions<Program, object>,
  ): Promise<Compiled<Program, LabeledFewShotReport>> {
    if (trainset.length === 0) throw new EmptyDatasetError('trainset')
    if (signal?.aborted === true) throw new AbortError(signal.reason)
    const { k, sample, seed } = this.options
    const random = sample ? seededRandom(seed) : undefined
    const trained = copyUntrained(program)
    const demos: Record<string, number> = {}
    for (const [path, predictor] of trained.namedPredictors()) {
      predictor.demos = labeledDemos(predictor, trainset, k, random)
      demos[path] = predictor.demos.length
    }
    return { program: trained, report: { demos, calls: 0, costUSD: 0 } }
  }

  /** No LM is called. */
  plan(): CompilePlan {
    return noWork
  }
}
