import { AbortError, currentSetting, type Module, StateError } from '@ockham/core'
import type { CompileBudget } from '../budget/compile-budget.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
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
    const { signal, onProgress } = options
    const data = this.split<Gold>(options)
    const journal = new Journal(options.checkpoint, this.fingerprint(program, options))
    const budget = new SharedBudget(options.budget, journal)
    const sequence = new OptimizerSequence<Program, Gold, Outputs>({
      options: this.options,
      data,
      given: options,
      budget,
    })
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
    try {
      await sequence.begin(program.copy())
      await this.runSteps(sequence, budget, signal, onProgress)
      if (data.testset) test = await sequence.test(data.testset)
    } catch (error) {
      if (signal?.aborted === true) throw new AbortError(signal.reason, finish())
      throw error
    } finally {
      journal.close()
    }
    return finish()
  }

  private async runSteps<Program extends Module<never, Outputs>>(
    sequence: OptimizerSequence<Program, Gold, Outputs>,
    budget: SharedBudget,
    signal: AbortSignal | undefined,
    onProgress: ((progress: BetterTogetherProgress) => void) | undefined,
  ): Promise<void> {
    const { steps } = this.options
    for (const [index, optimizer] of steps.entries()) {
      const best = sequence.steps[sequence.chosen]?.score
      onProgress?.({ step: index + 1, of: steps.length, optimizer, best, ...budget.spent })
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
