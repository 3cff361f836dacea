import {
  Module,
  type ParallelPair,
  type Prediction,
  type ProgramInputs,
  type ProgramOutputs,
  parallel,
} from '@ockham/core'
import { sample } from '../random/sample.ts'
import { inputsRandom } from './inputs-random.ts'

/** Makes one result of what several programs predict. */
export type Reduce<Outputs extends object, Reduced extends object> = (
  predictions: readonly Prediction<Outputs>[],
) => Reduced | Promise<Reduced>

/** What an ensemble is made of. */
export interface EnsembleParts<Program extends Module<never, object>, Reduced extends object> {
  readonly programs: readonly Program[]
  readonly reduce: Reduce<ProgramOutputs<Program>, Reduced>
  readonly size: number | undefined
  readonly seed: number
  readonly concurrency: number
}

/**
 * Runs programs side by side and reduces what they predict to one result. Its predictors are called
 * `programs[0]`, `programs[1].predict`, …, in streams and in its saved state, which holds those of all programs.
 */
export class EnsembleProgram<
  Program extends Module<never, object>,
  Reduced extends object,
> extends Module<ProgramInputs<Program>, Reduced> {
  programs: readonly Program[]
  reduce: Reduce<ProgramOutputs<Program>, Reduced>
  /** Programs that each call runs; all of them when undefined. */
  size: number | undefined
  seed: number
  concurrency: number

  constructor({ programs, reduce, size, seed, concurrency }: EnsembleParts<Program, Reduced>) {
    super()
    this.programs = programs
    this.reduce = reduce
    this.size = size
    this.seed = seed
    this.concurrency = concurrency
  }

  /** A program that fails has no say; when all of them do, the first one's error is thrown. */
  override async forward(inputs: ProgramInputs<Program>): Promise<Reduced> {
    const pairs = this.drawn(inputs).map((program): ParallelPair<Program> => [program, inputs])
    const results = await parallel<readonly Program[]>(pairs, { concurrency: this.concurrency })
    const predictions = results.flatMap((result) => (result.ok ? [result.prediction] : []))
    const failure = results.find((result) => !result.ok)
    if (predictions.length === 0 && failure?.ok === false) throw failure.error
    return this.reduce(predictions)
  }

  /** In their order, and by the inputs alone: the same question has the same answer whatever was asked before. */
  private drawn(inputs: object): readonly Program[] {
    const { programs, size = programs.length } = this
    if (size >= programs.length) return programs
    const positions = new Set(sample([...programs.keys()], size, inputsRandom(this.seed, inputs)))
    return programs.filter((_, position) => positions.has(position))
  }
}
