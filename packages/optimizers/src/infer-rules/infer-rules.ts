import type { Module } from '@ockham/core'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import type { DataRoles } from '../run/data-roles.ts'
import { resolvePromptModel } from '../run/prompt-model.ts'
import { search } from '../validation/search.ts'
import type { SearchProgress, SearchReport } from '../validation/search-report.ts'
import { setSizes } from '../validation/set-sizes.ts'
import {
  type InferRulesOptions,
  type ResolvedInferRules,
  resolveInferRulesOptions,
} from './infer-rules-options.ts'
import { inferRulesPlan } from './infer-rules-plan.ts'
import { RuleSearch } from './rule-search.ts'

const validationPart = 0.5

/**
 * Bootstraps demonstrations, has an LM find several sets of rules in the examples, and keeps the best set behind the
 * instructions (dspy.InferRules); the given program and its demonstrations alone are compared too.
 */
export class InferRules<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, SearchReport, SearchProgress>
{
  private readonly options: ResolvedInferRules<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: InferRulesOptions<Gold, Outputs>) {
    this.options = resolveInferRulesOptions(options)
  }

  /**
   * A copy of the program with demonstrations and rules. Without a valset half of the trainset is held back for one.
   * Throws `EmptyDatasetError`, `LMNotConfiguredError`, `OptionError`, and `AbortError` and `TooManyErrorsError` with
   * `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, SearchProgress>,
  ): Promise<Compiled<Program, SearchReport>> {
    const { metric: _, concurrency: __, ...own } = this.options
    const { teacher } = options
    const promptModel = resolvePromptModel(own.promptModel, program)
    const setup = {
      identity: ['InferRules', { ...own, promptModel: promptModel.model }, teacher?.dumpState()],
      program,
      data: options,
      options: this.options,
      control: options,
      validationPart,
    }
    const begin = { options: this.options, program, teacher, promptModel }
    return search<Program, Gold, Outputs>(setup, (context) => new RuleSearch(begin, context).run())
  }

  /** What `compile` would run at most with this data; calls nothing. Throws what it would throw for such data. */
  plan(program: Module<never, Outputs>, data: DataRoles<Gold>): CompilePlan {
    return inferRulesPlan(
      this.options,
      program.predictors().length,
      setSizes(data, { part: validationPart }),
    )
  }
}
