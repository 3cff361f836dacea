import { existsSync } from 'node:fs'
import type { Module } from '@ockham/core'
import type { Compiled, Optimizer, TrainOptions } from '../optimizer.ts'
import { resolvePromptModel } from '../run/prompt-model.ts'
import { search } from '../validation/search.ts'
import type { SearchProgress, SearchReport } from '../validation/search-report.ts'
import { type GEPAOptions, type ResolvedGEPA, resolveGEPAOptions } from './gepa-options.ts'
import { GEPASearch } from './gepa-search.ts'
import { metricCallsOf } from './metric-calls-of.ts'

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
    const { metric: _, reflectionLM: given, candidateSelector, onEvent: __, ...own } = this.options
    const reflectionLM = resolvePromptModel(given, program)
    const identity = ['GEPA', own, reflectionLM.model, String(candidateSelector)]
    const setup = {
      identity,
      program,
      data: options,
      options: this.options,
      control: options,
      validationPart: 0.5,
    }
    return search<Program, Gold, Outputs>(setup, async (context) => {
      const { auto, stop } = this.options
      const predictors = program.predictors().length
      const limits = [
        stop.metricCalls ?? Number.POSITIVE_INFINITY,
        (stop.fullEvaluations ?? Number.POSITIVE_INFINITY) * context.valset.length,
      ]
      const limit = Math.min(...limits)
      const calls = Number.isFinite(limit)
        ? limit
        : metricCallsOf(auto, predictors, context.valset.length)
      context.run.limitEvaluations(calls)
      const isStopped = (): boolean => stop.file !== undefined && existsSync(stop.file)
      await new GEPASearch(context, this.options, reflectionLM).explore(program, isStopped)
    })
  }
}
