import {
  type Module,
  majority,
  OptionError,
  type Prediction,
  type ProgramOutputs,
} from '@ockham/core'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { EnsembleProgram, type Reduce } from './ensemble-program.ts'

/** How several programs become one. */
export interface EnsembleOptions<Outputs extends object, Reduced extends object> {
  /** Makes one result of the predictions, in the order of the programs; the majority of the last field by default. */
  reduce?: Reduce<Outputs, Reduced>
  /** Programs that each call runs, drawn at random; all of them by default. */
  size?: number
  /** Of the draw; 0 by default. */
  seed?: number
  /** Programs in flight at a time in one call; 8 by default. */
  concurrency?: number
}

const defaults = { seed: 0, concurrency: 8 }

/** Makes one program of several that answer the same question (dspy.Ensemble). */
export class Ensemble<Outputs extends object = object, Reduced extends object = never> {
  private readonly options: EnsembleOptions<Outputs, Reduced> & typeof defaults

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: EnsembleOptions<Outputs, Reduced> = {}) {
    this.options = { ...defaults, ...options }
    const { reduce, size, seed, concurrency } = this.options
    if (reduce !== undefined && typeof reduce !== 'function') {
      throw new OptionError('reduce', 'must be a function of predictions; leave it out to vote.')
    }
    if (size !== undefined) checkWholeNumber('size', size, 1)
    checkWholeNumber('concurrency', concurrency, 1)
    checkSeed(seed)
  }

  /** A program of copies of these; no LM is called. Throws `OptionError` for fewer than it is to draw. */
  compile<Program extends Module<never, Outputs>>(
    programs: readonly Program[],
  ): EnsembleProgram<Program, [Reduced] extends [never] ? ProgramOutputs<Program> : Reduced> {
    const { reduce, size, seed, concurrency } = this.options
    const least = size ?? 1
    if (programs.length < least) {
      throw new OptionError('programs', `must be at least ${least}, not ${programs.length}.`)
    }
    return new EnsembleProgram({
      programs: programs.map((program) => program.copy()),
      // Without a `reduce` its result is the vote's, and else its own: what the result type says.
      reduce: (reduce ?? vote) as never,
      size,
      seed,
      concurrency,
    })
  }
}

function vote<Outputs extends object>(predictions: readonly Prediction<Outputs>[]): Outputs {
  return majority<Outputs>(predictions)
}
