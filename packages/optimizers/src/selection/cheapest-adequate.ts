import {
  AbortError,
  EmptyDatasetError,
  type Module,
  OptionError,
  type ProgramInputs,
  type WithInputs,
} from '@ockham/core'
import { BudgetLedger } from '../budget/budget-ledger.ts'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { CompileControl, Compiled } from '../optimizer.ts'
import { assignUniformly } from './assign-uniformly.ts'
import {
  type CheapestAdequateOptions,
  type ResolvedSelection,
  resolveCheapestAdequateOptions,
} from './cheapest-adequate-options.ts'
import { ModelRun } from './model-run.ts'
import { permutation } from './permutation.ts'
import { reportSelection } from './report-selection.ts'
import type { Search } from './search.ts'
import type { SelectionProgress, SelectionReport } from './selection-report.ts'

/** What to choose a model on. */
export interface SelectOptions<Program extends Module<never, object>, Gold extends object>
  extends CompileControl<SelectionProgress> {
  /** Examples that nothing in the program was made from, such as its demonstrations. */
  devset: readonly (Gold & WithInputs<ProgramInputs<Program>>)[]
}

/**
 * Finds the cheapest model with which a program is good enough, and stops running examples as soon as it
 * is sure. The given confidence holds for the mean score on the whole devset, most of which may stay unrun.
 */
export class CheapestAdequate<Gold extends object, Outputs extends object> {
  private readonly options: ResolvedSelection<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: CheapestAdequateOptions<Gold, Outputs>) {
    this.options = resolveCheapestAdequateOptions(options)
  }

  /**
   * A copy of the program that is bound to the chosen model. Throws `EmptyDatasetError`, `OptionError` for
   * a budget that cannot be kept or pays for nothing, and `AbortError` with the report so far as `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: SelectOptions<Program, Gold>,
  ): Promise<Compiled<Program, SelectionReport>> {
    const { signal } = options
    if (options.checkpoint !== undefined) {
      throw new OptionError('checkpoint', 'is not supported yet; leave it out.')
    }
    if (options.devset.length === 0) throw new EmptyDatasetError('devset')
    const ledger = new BudgetLedger(options.budget ?? this.options.budget)
    const search = this.prepare(program, options, ledger)
    const paths = program.namedPredictors().map(([path]) => path)
    try {
      if (signal?.aborted === true) throw new AbortError(signal.reason)
      const { run, certified } = await assignUniformly(search)
      const chosen = program.copy()
      chosen.setLM(run.lm)
      const report = reportSelection(search, ledger, { chosen: run.lm, certified, paths })
      return { program: chosen, report }
    } catch (error) {
      if (signal?.aborted !== true) throw error
      const partial = reportSelection(search, ledger, { certified: false, paths })
      throw new AbortError(signal.reason, partial)
    }
  }

  /** Runs on an example at most: of every model, and of the reference, on the whole devset. Throws `EmptyDatasetError`. */
  plan(
    _program: Module<never, Outputs>,
    { devset }: { readonly devset: readonly Gold[] },
  ): CompilePlan {
    if (devset.length === 0) throw new EmptyDatasetError('devset')
    const { models, requirement, concurrency } = this.options
    const runs = models.length + (requirement.kind === 'reference' ? 1 : 0)
    return { evaluations: runs * devset.length, teacherRuns: 0, prompts: 0, concurrency }
  }

  private prepare<Program extends Module<never, Outputs>>(
    program: Program,
    { devset, signal, onProgress }: SelectOptions<Program, Gold>,
    ledger: BudgetLedger,
  ): Search<Gold, Outputs> {
    const { metric, models, requirement, confidence, seed, concurrency } = this.options
    const order = permutation<Gold>(devset, seed)
    const trial = { program, devset: order, metric, ledger, concurrency, signal }
    return {
      candidates: models.map((lm) => ({ run: new ModelRun(lm, trial) })),
      reference:
        requirement.kind === 'reference' ? new ModelRun(requirement.reference, trial) : undefined,
      requirement,
      devsetSize: devset.length,
      confidence,
      announce: ({ lm, rows, meanScore }, verdict) =>
        onProgress?.({
          model: lm.model,
          evaluated: rows.length,
          meanScore,
          ...(verdict === undefined ? {} : { verdict }),
          costUSD: ledger.costUSD,
        }),
    }
  }
}
