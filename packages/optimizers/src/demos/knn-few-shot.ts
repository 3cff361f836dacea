import {
  EmptyDatasetError,
  type Module,
  type ProgramInputs,
  type ProgramOutputs,
} from '@ockham/core'
import { type CompilePlan, noWork } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import { CompileRun } from '../run/compile-run.ts'
import type { BootstrapReport } from './bootstrap-report.ts'
import { copyUntrained } from './copy-untrained.ts'
import {
  type KNNFewShotOptions,
  type ResolvedKNNFewShot,
  resolveKNNFewShotOptions,
} from './knn-few-shot-options.ts'
import { Lessons } from './lessons.ts'
import { nearestDemos, taughtExamples } from './nearest-demos.ts'
import { neighbours } from './neighbours.ts'
import { prepareTeacher } from './prepare-teacher.ts'
import { withForward } from './with-forward.ts'

/**
 * Shows a program, at each call, the examples most like its inputs, as a teacher solves them (dspy.KNNFewShot). The
 * teacher runs an example when it is first among the nearest, and never again.
 */
export class KNNFewShot<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, BootstrapReport, BootstrapReport>
{
  private readonly options: ResolvedKNNFewShot<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: KNNFewShotOptions<Gold, Outputs>) {
    this.options = resolveKNNFewShotOptions(options)
  }

  /**
   * A copy of the program that finds demonstrations by itself; no LM is called yet. The budget and the signal hold for
   * all that the teacher will do, the report tells it as of now, and a checkpoint keeps it for the next process.
   * A saved state holds all else, so load it into what `compile` gives. Throws `EmptyDatasetError` and `OptionError`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, BootstrapReport>,
  ): Promise<Compiled<Program, BootstrapReport>> {
    const { trainset, onProgress } = options
    const { k, embedder, maxBootstrappedDemos } = this.options
    if (trainset.length === 0) throw new EmptyDatasetError('trainset')
    const lessons = this.lessons(program, options)
    const nearest = neighbours(k, trainset, embedder)
    const forward = async (
      student: Program,
      inputs: ProgramInputs<Program>,
    ): Promise<ProgramOutputs<Program>> => {
      const examples = await nearest(inputs)
      const before = lessons.report().attempts
      const taught = await taughtExamples(lessons, examples, maxBootstrappedDemos)
      if (lessons.report().attempts > before) onProgress?.(lessons.report())
      for (const [path, predictor] of student.namedPredictors()) {
        predictor.demos = nearestDemos([path, predictor], examples, taught)
      }
      // What the program takes and gives is what its type says.
      return student.forward(inputs as never) as Promise<ProgramOutputs<Program>>
    }
    return {
      program: withForward(copyUntrained(program), forward),
      report: lessons.live,
    }
  }

  /** No LM is called by `compile`; the teacher runs an example, `maxRounds` times at most, when a call needs it. */
  plan(): CompilePlan {
    return noWork
  }

  private lessons<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, BootstrapReport>,
  ): Lessons<Gold, Outputs> {
    const { metric, metricThreshold, maxLabeledDemos, maxRounds, seed } = this.options
    const { trainset, teacher: given } = options
    const teacher = prepareTeacher({
      student: program,
      teacher: given,
      trainset,
      maxLabeledDemos,
      seed,
    })
    // `k` and the embedder choose among lessons and change none, so they may change between processes.
    const identity = ['KNNFewShot', String(metric), teacher.dumpState(), trainset]
    const run = new CompileRun<Gold, Outputs>({
      metric,
      control: options,
      seed,
      concurrency: 1,
      maxErrors: Number.POSITIVE_INFINITY,
      identity,
    })
    return new Lessons<Gold, Outputs>(run, trainset, {
      teacher,
      maxRounds,
      seed,
      inTurn: options.budget !== undefined,
      ...(metricThreshold === undefined ? {} : { metricThreshold }),
    })
  }
}
