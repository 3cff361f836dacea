import { EmptyDatasetError, type Module, OptionError } from '@ockham/core'
import { checkSamePredictors } from '../demos/check-same-predictors.ts'
import { isWorthShowing } from '../demos/is-worth-showing.ts'
import { teacherFor } from '../demos/teacher-candidate.ts'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import { CompileRun } from '../run/compile-run.ts'
import type { DataRoles } from '../run/data-roles.ts'
import type { Evaluation } from '../run/evaluation.ts'
import {
  type BootstrapFinetuneOptions,
  type ResolvedBootstrapFinetune,
  resolveBootstrapFinetuneOptions,
} from './bootstrap-finetune-options.ts'
import type { BootstrapFinetuneReport, FinetuneFileReport } from './bootstrap-finetune-report.ts'
import { type FinetuneFile, finetuneFiles, providerModel } from './finetune-files.ts'
import { FinetuneJobs } from './finetune-jobs.ts'

/**
 * Lets a teacher run the examples and fine-tunes the program's models on those runs that the metric likes
 * (dspy.BootstrapFinetune).
 */
export class BootstrapFinetune<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, BootstrapFinetuneReport, BootstrapFinetuneReport>
{
  private readonly options: ResolvedBootstrapFinetune<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: BootstrapFinetuneOptions<Gold, Outputs> = {}) {
    this.options = resolveBootstrapFinetuneOptions(options)
  }

  /**
   * A copy of the program with its predictors bound to the new models; the same models without a provider. The budget
   * is for the teacher's runs, and what there is when it ends is learned. With a checkpoint its jobs are remembered in
   * `<checkpoint>.jobs`. Throws `EmptyDatasetError`, `OptionError`, `FinetuneError`, and `AbortError` and
   * `TooManyErrorsError` with `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, BootstrapFinetuneReport>,
  ): Promise<Compiled<Program, BootstrapFinetuneReport>> {
    const { trainset, onProgress } = options
    if (trainset.length === 0) throw new EmptyDatasetError('trainset')
    const teacher = options.teacher ?? program
    checkSamePredictors(teacher, program)
    const student = program.copy()
    if (this.options.excludeDemos) for (const one of student.predictors()) one.demos = []
    const run = this.newRun([program, teacher], options)
    const teacherOf = teacherFor(run, teacher)
    const trials = trainset.map((gold) => ({ candidate: teacherOf(gold), gold, bootstraps: true }))
    let files: FinetuneFileReport[] = []
    const report = (): BootstrapFinetuneReport => {
      const { calls, costUSD } = run.spent
      return {
        ...this.counts(trials.flatMap((trial) => run.known(trial) ?? [])),
        files,
        calls,
        costUSD,
      }
    }
    const work = async (): Promise<void> => {
      const runs = (await run.evaluate(trials)).filter((one) => one !== undefined)
      const { multitask, seed } = this.options
      const worthy = runs.filter((one) => isWorthShowing(one, this.options.metricThreshold))
      files = finetuneFiles({ student, runs: worthy, multitask, seed })
      // What little a budget allowed may teach nothing; what it cost is told all the same.
      if (files.length === 0 && run.isOver) return
      if (files.length === 0) {
        throw new OptionError(
          'trainset',
          `leads to nothing to learn: of ${runs.length} runs of the teacher the metric likes ${worthy.length}.`,
        )
      }
      onProgress?.(report())
      await this.tune(student, files, options, (position, file) => {
        files = files.with(position, file)
        onProgress?.(report())
      })
    }
    return run.finishing(work, () => ({ program: student.copy(), report: report() }))
  }

  /** The teacher's runs, without the training. Throws `EmptyDatasetError`. */
  plan(_program: Module<never, Outputs>, { trainset }: DataRoles<Gold>): CompilePlan {
    if (trainset.length === 0) throw new EmptyDatasetError('trainset')
    const evaluations = trainset.length
    const { concurrency } = this.options
    return { evaluations, teacherRuns: evaluations, prompts: 0, concurrency }
  }

  /** Has each file learned, all at the same time, and binds the predictors that it is for to the new model. */
  private async tune(
    student: Module<never, Outputs>,
    files: readonly FinetuneFile[],
    { checkpoint, signal }: { checkpoint?: string; signal?: AbortSignal },
    done: (position: number, file: FinetuneFileReport) => void,
  ): Promise<void> {
    const { provider, makeLM, model, hyperparameters, seed, pollSeconds } = this.options
    if (!provider || !makeLM) return
    const bases = files.map(({ baseModel }) => model ?? providerModel(provider.name, baseModel))
    const path = checkpoint === undefined ? undefined : `${checkpoint}.jobs`
    const jobs = new FinetuneJobs({ provider, path, pollSeconds, signal })
    const predictors = new Map(student.namedPredictors())
    const results = await Promise.allSettled(
      files.map(async (file, position) => {
        const { jsonl } = file
        const settings = hyperparameters ? { hyperparameters } : {}
        const tuned = await jobs.run({ jsonl, model: bases[position] ?? '', seed, ...settings })
        const lm = makeLM(tuned.model)
        for (const path of file.predictors) {
          const predictor = predictors.get(path)
          if (predictor) predictor.lm = lm
        }
        done(position, { ...file, ...tuned })
      }),
    )
    jobs.close()
    for (const result of results) if (result.status === 'rejected') throw result.reason
  }

  private newRun<Program extends Module<never, Outputs>>(
    programs: readonly Module<never, Outputs>[],
    options: TrainOptions<Program, Gold, Outputs, never>,
  ): CompileRun<Gold, Outputs> {
    const { metric, seed, concurrency, maxErrors } = this.options
    const states = programs.map((program) => program.dumpState())
    // How what was collected is learned changes nothing of what is collected.
    const identity = ['BootstrapFinetune', { maxErrors }, String(metric), states, options.trainset]
    return new CompileRun({ metric, control: options, seed, concurrency, maxErrors, identity })
  }

  private counts(
    runs: readonly Evaluation[],
  ): Pick<BootstrapFinetuneReport, 'attempts' | 'bootstrapped' | 'errors'> {
    const { metricThreshold } = this.options
    return {
      attempts: runs.length,
      bootstrapped: runs.filter((one) => isWorthShowing(one, metricThreshold)).length,
      errors: runs.filter(({ error }) => error !== undefined).length,
    }
  }
}
