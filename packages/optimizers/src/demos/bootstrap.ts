import type { Module } from '@ockham/core'
import { seededRandom } from '../random/random.ts'
import type { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'
import type { BootstrapReport } from './bootstrap-report.ts'
import { collectDemos } from './collect-demos.ts'
import { CollectedDemos } from './collected-demos.ts'
import { copyUntrained } from './copy-untrained.ts'
import { demosFor } from './demos-for.ts'
import { isWorthShowing } from './is-worth-showing.ts'
import { labeledDemos } from './labeled-demos.ts'

/** How to bootstrap: the options of `BootstrapFewShot` of the same names, with their defaults filled in. */
export interface BootstrapSettings<Outputs extends object> {
  readonly teacher: Module<never, Outputs>
  readonly metricThreshold?: number
  readonly maxBootstrappedDemos: number
  readonly maxLabeledDemos: number
  readonly maxRounds: number
  readonly seed: number
}

/** One set of demonstrations: runs of a teacher that the metric likes, filled up with labelled examples. */
export class Bootstrap<Gold extends object, Outputs extends object> {
  private readonly run: CompileRun<Gold, Outputs>
  private readonly settings: BootstrapSettings<Outputs>
  private readonly collected: CollectedDemos

  constructor(run: CompileRun<Gold, Outputs>, settings: BootstrapSettings<Outputs>) {
    this.run = run
    this.settings = settings
    this.collected = new CollectedDemos(seededRandom(settings.seed))
  }

  /** Lets the teacher run examples in their order; `announce` hears how much is done after each group. */
  collect(
    trainset: readonly Gold[],
    announce: (share: number) => void = () => undefined,
  ): Promise<void> {
    const { teacher, maxRounds, maxBootstrappedDemos: wanted, metricThreshold } = this.settings
    const isGood = (evaluation: Evaluation): boolean => isWorthShowing(evaluation, metricThreshold)
    const { run } = this
    return collectDemos(
      { run, teacher, trainset, wanted, maxRounds, isGood, announce },
      this.collected,
    )
  }

  /** A copy of a program with the demonstrations; `trainset` in the order in which it was collected from. */
  train<Program extends Module<never, object>>(
    program: Program,
    trainset: readonly Gold[],
  ): Program {
    const { maxLabeledDemos, seed } = this.settings
    const random = seededRandom(seed)
    const others = trainset.filter((_, position) => !this.collected.shown.has(position))
    const student = copyUntrained(program)
    for (const [path, predictor] of student.namedPredictors()) {
      const shown = demosFor(predictor, this.collected.of(path))
      const room = Math.max(0, maxLabeledDemos - shown.length)
      predictor.demos = [...shown, ...labeledDemos(predictor, others, room, random)]
    }
    return student
  }

  /** What has been done so far. */
  report(): Omit<BootstrapReport, 'calls' | 'costUSD'> {
    return this.collected.report()
  }
}
