import { EmptyDatasetError, type Module } from '@ockham/core'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import { Announcer } from '../progress/announcer.ts'
import { CompileRun } from '../run/compile-run.ts'
import type { DataRoles } from '../run/data-roles.ts'
import { Bootstrap } from './bootstrap.ts'
import {
  type BootstrapFewShotOptions,
  type ResolvedBootstrap,
  resolveBootstrapFewShotOptions,
} from './bootstrap-few-shot-options.ts'
import type { BootstrapProgress, BootstrapReport } from './bootstrap-report.ts'
import { prepareTeacher } from './prepare-teacher.ts'

/**
 * Lets a teacher run the examples and shows those runs to the program that the metric likes, one
 * demonstration for each predictor in them (dspy.BootstrapFewShot). Labelled examples fill up.
 */
export class BootstrapFewShot<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, BootstrapReport, BootstrapProgress>
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
    options: TrainOptions<Program, Gold, Outputs, BootstrapProgress>,
  ): Promise<Compiled<Program, BootstrapReport>> {
    const { trainset, teacher } = options
    const { metric, maxLabeledDemos, seed, concurrency, maxErrors, ...how } = this.options
    if (trainset.length === 0) throw new EmptyDatasetError('trainset')
    const taught = prepareTeacher({ student: program, teacher, trainset, maxLabeledDemos, seed })
    const states = [program.dumpState(), taught.dumpState()]
    const run = new CompileRun<Gold, Outputs>({
      metric,
      control: options,
      seed,
      concurrency,
      maxErrors,
      identity: ['BootstrapFewShot', { ...how, maxLabeledDemos }, String(metric), states, trainset],
    })
    const bootstrap = new Bootstrap(run, { ...this.options, teacher: taught })
    const report = (): BootstrapReport => {
      const { calls, costUSD } = run.spent
      return { ...bootstrap.report(), calls, costUSD }
    }
    const { onProgress } = options
    const announcer = new Announcer({ onProgress, details: report, pace: () => run.pace })
    const collect = (): Promise<void> =>
      bootstrap.collect(trainset, (share) => announcer.announce('demonstrations', share))
    const finish = (): Compiled<Program, BootstrapReport> => ({
      program: bootstrap.train(program, trainset),
      report: report(),
    })
    return announcer.untilDone(() => run.finishing(collect, finish))
  }

  /** What `compile` would run at most with this data; calls nothing. Throws what it would throw for such data. */
  plan(_program: Module<never, Outputs>, { trainset }: DataRoles<Gold>): CompilePlan {
    const { maxBootstrappedDemos, maxRounds, concurrency } = this.options
    if (trainset.length === 0) throw new EmptyDatasetError('trainset')
    const evaluations = maxBootstrappedDemos === 0 ? 0 : trainset.length * maxRounds
    return { evaluations, teacherRuns: evaluations, prompts: 0, concurrency }
  }
}
