import { existsSync } from 'node:fs'
import type { Module } from '@ockham/core'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import type { DataRoles } from '../run/data-roles.ts'
import { resolvePromptModel } from '../run/prompt-model.ts'
import { search } from '../validation/search.ts'
import type { SearchProgress, SearchReport } from '../validation/search-report.ts'
import { setSizes } from '../validation/set-sizes.ts'
import { type GEPAOptions, type ResolvedGEPA, resolveGEPAOptions } from './gepa-options.ts'
import { evaluationLimit, gepaPlan } from './gepa-plan.ts'
import { GEPASearch } from './gepa-search.ts'

const validationPart = 0.5

/**
 * Improves the instructions of a program by reflection: an LM reads what the program did on a few examples and what
 * the metric says of it, and writes better instructions. Candidates that are best on some validation example are built
 * on further, and merged (dspy.GEPA; Agrawal et al., "GEPA: Reflective Prompt Evolution Can Outperform Reinforcement Learning").
 */
export class GEPA<Gold extends object = object, Outputs extends object = object>
  implements Optimizer<Gold, Outputs, SearchReport, SearchProgress>
{
  private readonly options: ResolvedGEPA<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: GEPAOptions<Gold, Outputs>) {
    this.options = resolveGEPAOptions(options)
  }

  /**
   * A copy of the program with the instructions that did best on the valset; half of the trainset is held back where
   * there is none. Throws `EmptyDatasetError`, `OptionError`, and `AbortError` and `TooManyErrorsError` with `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: TrainOptions<Program, Gold, Outputs, SearchProgress>,
  ): Promise<Compiled<Program, SearchReport>> {
    const { metric: _, onEvent: __, concurrency: ___, ...others } = this.options
    const { reflectionLM: given, candidateSelector, ...own } = others
    const reflectionLM = resolvePromptModel(given, program)
    const identity = ['GEPA', own, reflectionLM.model, String(candidateSelector)]
    const setup = {
      identity,
      program,
      data: options,
      options: this.options,
      control: options,
      validationPart,
    }
    return search<Program, Gold, Outputs>(setup, async (context) => {
      const { stop } = this.options
      const predictors = program.predictors().length
      const limit = evaluationLimit(this.options, predictors, context.valset.length)
      context.run.limit.allow(limit)
      const isStopped = (): boolean => stop.file !== undefined && existsSync(stop.file)
      await new GEPASearch(context, this.options, reflectionLM).explore(program, isStopped)
    })
  }

  /** What `compile` would run at most with this data; calls nothing. Throws what it would throw for such data. */
  plan(program: Module<never, Outputs>, data: DataRoles<Gold>): CompilePlan {
    return gepaPlan(
      this.options,
      program.predictors().length,
      setSizes(data, { part: validationPart }),
    )
  }
}
