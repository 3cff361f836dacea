import { AbortError, currentSetting, type Module, OptionError, StateError } from '@ockham/core'
import type { CompileBudget } from '../budget/compile-budget.ts'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import { Announcer } from '../progress/announcer.ts'
import type { Pace } from '../progress/compile-progress.ts'
import { checkDataRoles, type DataRoles } from '../run/data-roles.ts'
import { fingerprint } from '../run/fingerprint.ts'
import { Journal } from '../run/journal.ts'
import type { TestReport } from '../validation/search-report.ts'
import { splitTrainset } from '../validation/split-trainset.ts'
import {
  type BetterTogetherOptions,
  type ResolvedBetterTogether,
  resolveBetterTogetherOptions,
} from './better-together-options.ts'
import type { BetterTogetherProgress, BetterTogetherReport } from './better-together-report.ts'
import { OptimizerSequence } from './optimizer-sequence.ts'
import { SharedBudget } from './shared-budget.ts'

/**
 * Lets optimizers follow each other, each with what the one before has made, and keeps the best of what came of any
 * step (dspy.BetterTogether, arXiv 2407.10930).
 */
export class BetterTogether<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, BetterTogetherReport, BetterTogetherProgress>
{
  private readonly options: ResolvedBetterTogether<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: BetterTogetherOptions<Gold, Outputs>) {
    this.options = resolveBetterTogetherOptions(options)
  }

  /**
   * The best of the given program and of what each step made of it by the valset; the latest without one. The budget
   * is that of all steps together, and each has its own checkpoint beside the given one. A step that fails ends the
   * sequence, and the report says why. Throws `EmptyDatasetError`, `OptionError`, `StateError`, and `AbortError` with
   * `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, BetterTogetherProgress>,
  ): Promise<Compiled<Program, BetterTogetherReport>> {
    checkDataRoles(options)
    const { signal } = options
    const data = this.split<Gold>(options)
    const journal = new Journal(options.checkpoint, this.fingerprint(program, options))
    const budget = new SharedBudget(options.budget, journal)
    const sequence = new OptimizerSequence<Program, Gold, Outputs>({
      options: this.options,
      data,
      given: options,
      budget,
    })
    const announcer = this.announcer(sequence, budget, options.onProgress)
    let test: TestReport | undefined
    const finish = (): Compiled<Program, BetterTogetherReport> => {
      const { best, chosen, steps } = sequence
      const score = steps[chosen]?.score
      const report = { steps, chosen, ...budget.spent }
      return {
        program: (best ?? program).copy(),
        report: { ...report, ...(score === undefined ? {} : { score }), ...(test ? { test } : {}) },
      }
    }
    return announcer.untilDone(async () => {
      try {
        await sequence.begin(program.copy())
        await this.runSteps(sequence, announcer, signal)
        if (data.testset) test = await sequence.test(data.testset)
      } catch (error) {
        if (signal?.aborted === true) throw new AbortError(signal.reason, finish())
        throw error
      } finally {
        journal.close()
      }
      return finish()
    })
  }

  /**
   * What the steps, and the validations between them, would run at most; calls nothing. Throws `OptionError` for a
   * step that has no plan, and what `compile` would throw for such data.
   */
  plan(program: Module<never, Outputs>, given: DataRoles<Gold>): CompilePlan {
    checkDataRoles(given)
    const { steps, optimizers, concurrency } = this.options
    const { trainset, valset, testset = [] } = this.split<Gold>(given)
    const data = { trainset, ...(valset ? { valset } : {}) }
    const plans = steps.map((name) => {
      const plan = optimizers[name]?.plan?.(program, data)
      if (plan) return plan
      throw new OptionError('optimizers', `has \`${name}\`, which has no \`plan\`.`)
    })
    const sum = (part: 'evaluations' | 'teacherRuns' | 'prompts'): number =>
      plans.reduce((total, plan) => total + plan[part], 0)
    const own = (steps.length + 1) * (valset?.length ?? 0) + 2 * testset.length
    return {
      evaluations: sum('evaluations') + own,
      teacherRuns: sum('teacherRuns'),
      prompts: sum('prompts'),
      concurrency,
    }
  }

  private announcer<Program extends Module<never, Outputs>>(
    sequence: OptimizerSequence<Program, Gold, Outputs>,
    budget: SharedBudget,
    onProgress: ((progress: BetterTogetherProgress) => void) | undefined,
  ): Announcer<Omit<BetterTogetherProgress, 'stage' | 'isLast' | keyof Pace>> {
    const { steps: names } = this.options
    const details = () => {
      // The first entry is of the program as it was given, so as many as there are is the number of the next.
      const step = Math.min(Math.max(1, sequence.steps.length), names.length)
      const best = sequence.steps[sequence.chosen]?.score
      return { step, of: names.length, optimizer: names[step - 1] ?? '', best, ...budget.spent }
    }
    return new Announcer({ onProgress, details, pace: () => budget.pace })
  }

  private async runSteps<Program extends Module<never, Outputs>>(
    sequence: OptimizerSequence<Program, Gold, Outputs>,
    announcer: Pick<Announcer<object>, 'announce'>,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { steps } = this.options
    for (const [index, optimizer] of steps.entries()) {
      announcer.announce(`step ${index + 1}: ${optimizer}`, index / steps.length)
      try {
        if (!(await sequence.run(index + 1, optimizer))) return
      } catch (error) {
        // A checkpoint of another run says nothing of the step.
        if (signal?.aborted === true || StateError.is(error)) throw error
        sequence.fail(optimizer, error)
        return
      }
    }
  }

  private split<Row extends Gold>(roles: DataRoles<Row>): DataRoles<Row> {
    const { valsetRatio, seed } = this.options
    if (roles.valset || valsetRatio === 0) return roles
    return splitTrainset(roles, { part: valsetRatio, seed })
  }

  private fingerprint(
    program: Module<never, Outputs>,
    options: DataRoles<Gold> & { budget?: CompileBudget },
  ): string {
    const { metric, optimizers: _, ...own } = this.options
    const { trainset, valset, testset, budget } = options
    const data = { trainset, valset, testset, budget }
    const lm = currentSetting('lm')?.model
    return fingerprint('BetterTogether', own, String(metric), program.dumpState(), data, lm)
  }
}
