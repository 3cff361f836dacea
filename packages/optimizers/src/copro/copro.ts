import type { Module } from '@ockham/core'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import type { DataRoles } from '../run/data-roles.ts'
import { resolvePromptModel } from '../run/prompt-model.ts'
import { search } from '../validation/search.ts'
import type { SearchProgress, SearchReport } from '../validation/search-report.ts'
import { setSizes } from '../validation/set-sizes.ts'
import { CoordinateAscent } from './coordinate-ascent.ts'
import { type COPROOptions, type ResolvedCOPRO, resolveCOPROOptions } from './copro-options.ts'
import { coproPlan } from './copro-plan.ts'

/** It learns from scores alone: examples beside the validation examples would be of no use. */
const validationPart = 1

/**
 * Has an LM write instructions and keeps the best, predictor by predictor, in rounds that each learn from the
 * scores of the last (dspy.COPRO). DSPy compares on the trainset; here that is for the validation examples.
 */
export class COPRO<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, SearchReport, SearchProgress>
{
  private readonly options: ResolvedCOPRO<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: COPROOptions<Gold, Outputs>) {
    this.options = resolveCOPROOptions(options)
  }

  /**
   * A copy of the program with the best instructions. Without a valset all but one of the trainset are held back for
   * one. Throws `EmptyDatasetError`, `LMNotConfiguredError`, `OptionError`, and `AbortError` and `TooManyErrorsError`
   * with `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, SearchProgress>,
  ): Promise<Compiled<Program, SearchReport>> {
    const { metric: _, concurrency: __, ...own } = this.options
    const promptModel = resolvePromptModel(own.promptModel, program)
    const setup = {
      identity: ['COPRO', { ...own, promptModel: promptModel.model }],
      program,
      data: options,
      options: this.options,
      control: options,
      validationPart,
    }
    return search<Program, Gold, Outputs>(setup, (context) =>
      new CoordinateAscent({ ...own, program, promptModel }, context).run(),
    )
  }

  /** What `compile` would run at most with this data; calls nothing. Throws what it would throw for such data. */
  plan(program: Module<never, Outputs>, data: DataRoles<Gold>): CompilePlan {
    return coproPlan(
      this.options,
      program.predictors().length,
      setSizes(data, { part: validationPart }),
    )
  }
}
