import {
  AbortError,
  EmptyDatasetError,
  type Module,
  OptionError,
  TooManyErrorsError,
} from '@ockham/core'
import { BudgetLedger } from '../budget/budget-ledger.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import { seededRandom } from '../random/random.ts'
import {
  type BootstrapFewShotOptions,
  type ResolvedBootstrap,
  resolveBootstrapFewShotOptions,
} from './bootstrap-few-shot-options.ts'
import type { BootstrapReport } from './bootstrap-report.ts'
import { collectDemos } from './collect-demos.ts'
import { CollectedDemos } from './collected-demos.ts'
import { copyUntrained } from './copy-untrained.ts'
import { demoFor } from './demo-for.ts'
import { labeledDemos } from './labeled-demos.ts'
import { prepareTeacher } from './prepare-teacher.ts'
import type { Teaching } from './teach.ts'

/**
 * Lets a teacher run the examples and shows those runs to the program that the metric likes, one
 * demonstration for each predictor in them (dspy.BootstrapFewShot). Labelled examples fill up.
 */
export class BootstrapFewShot<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, BootstrapReport, BootstrapReport>
{
  private readonly options: ResolvedBootstrap<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: BootstrapFewShotOptions<Gold, Outputs> = {}) {
    this.options = resolveBootstrapFewShotOptions(options)
  }

  /**
   * A copy of the program with new demonstrations; a budget that runs out leaves it with fewer. Throws
   * `EmptyDatasetError`, `OptionError`, and `AbortError` and `TooManyErrorsError` with what would have been
   * returned so far as `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, BootstrapReport>,
  ): Promise<Compiled<Program, BootstrapReport>> {
    const { trainset, signal } = options
    if (options.checkpoint !== undefined) {
      throw new OptionError('checkpoint', 'is not supported yet; leave it out.')
    }
    if (trainset.length === 0) throw new EmptyDatasetError('trainset')

    const collected = new CollectedDemos(seededRandom(this.options.seed))
    const finish = (): Compiled<Program, BootstrapReport> => ({
      program: this.train(program, trainset, collected),
      report: collected.report(),
    })
    try {
      if (signal?.aborted === true) throw new AbortError(signal.reason)
      await this.collect(program, options, collected)
    } catch (error) {
      throw signal?.aborted === true ? new AbortError(signal.reason, finish()) : error
    }
    const { errors } = collected
    if (errors.length <= this.options.maxErrors) return finish()
    throw new TooManyErrorsError({ errors: errors.length, cause: errors[0], partial: finish() })
  }

  private async collect<Program extends Module<never, Outputs>>(
    student: Program,
    options: TrainOptions<Program, Gold, Outputs, BootstrapReport>,
    collected: CollectedDemos,
  ): Promise<void> {
    const {
      maxBootstrappedDemos: wanted,
      maxLabeledDemos,
      maxErrors,
      concurrency,
      seed,
    } = this.options
    const { trainset, teacher, signal, budget, onProgress } = options
    const ledger = new BudgetLedger(budget)
    const teaching: Teaching<Gold, Outputs> = {
      teacher: prepareTeacher({ student, teacher, trainset, maxLabeledDemos, seed, ledger }),
      metric: this.options.metric,
      metricThreshold: this.options.metricThreshold,
      maxRounds: this.options.maxRounds,
      ledger,
      signal,
    }
    const announce = (): void => onProgress?.(collected.report())
    await collectDemos({ teaching, trainset, wanted, maxErrors, concurrency, announce }, collected)
    if (ledger.refusal !== undefined && collected.report().attempts === 0) {
      throw new OptionError('budget', 'is too small to run the teacher on one example; raise it.')
    }
  }

  private train<Program extends Module<never, Outputs>>(
    program: Program,
    trainset: readonly Gold[],
    collected: CollectedDemos,
  ): Program {
    const { maxLabeledDemos, seed } = this.options
    const random = seededRandom(seed)
    const others = trainset.filter((_, position) => !collected.shown.has(position))
    const student = copyUntrained(program)
    for (const [path, predictor] of student.namedPredictors()) {
      const shown = collected
        .of(path)
        .map((values) => demoFor(predictor, values))
        .filter((demo) => demo !== undefined)
      const room = Math.max(0, maxLabeledDemos - shown.length)
      predictor.demos = [...shown, ...labeledDemos(predictor, others, room, random)]
    }
    return student
  }
}
