import {
  AbortError,
  EmptyDatasetError,
  type Module,
  type ProgramInputs,
  type WithInputs,
} from '@ockham/core'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { CompileControl, Compiled } from '../optimizer.ts'
import { CompileRun } from '../run/compile-run.ts'
import { assignUniformly } from './assign-uniformly.ts'
import {
  type CheapestAdequateOptions,
  type ResolvedSelection,
  resolveCheapestAdequateOptions,
} from './cheapest-adequate-options.ts'
import { ModelRun } from './model-run.ts'
import { permutation } from './permutation.ts'
import { reportSelection } from './report-selection.ts'
import type { Choice, Search } from './search.ts'
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
    const { signal, devset } = options
    if (devset.length === 0) throw new EmptyDatasetError('devset')
    const run = this.newRun(program, options)
    const search = this.prepare(program, options, run)
    const paths = program.namedPredictors().map(([path]) => path)
    let choice: Choice<Gold, Outputs> | undefined
    const work = async (): Promise<void> => {
      if (signal?.aborted === true) throw new AbortError(signal.reason)
      choice = await assignUniformly(search)
    }
    const report = (): SelectionReport => {
      const certified = choice?.certified ?? false
      const chosen = choice ? { chosen: choice.run.lm } : {}
      return reportSelection(search, run, { ...chosen, certified, paths })
    }
    const result = await run.finishing(work, report)
    const chosen = program.copy()
    if (choice) chosen.setLM(choice.run.lm)
    return { program: chosen, report: result }
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

  private newRun<Program extends Module<never, Outputs>>(
    program: Program,
    { devset, signal, budget, checkpoint }: SelectOptions<Program, Gold>,
  ): CompileRun<Gold, Outputs> {
    const { metric, models, requirement, concurrency, ...own } = this.options
    const limits = budget ?? own.budget
    const control = {
      ...(signal ? { signal } : {}),
      ...(checkpoint === undefined ? {} : { checkpoint }),
      ...(limits ? { budget: limits } : {}),
    }
    const names = models.map(({ model }) => model)
    const wanted =
      requirement.kind === 'floor'
        ? requirement
        : { ...requirement, reference: requirement.reference.model }
    return new CompileRun<Gold, Outputs>({
      metric,
      control,
      seed: own.seed,
      concurrency,
      maxErrors: Number.POSITIVE_INFINITY,
      identity: [
        'CheapestAdequate',
        own,
        names,
        wanted,
        String(metric),
        program.dumpState(),
        devset,
      ],
    })
  }

  private prepare<Program extends Module<never, Outputs>>(
    program: Program,
    { devset, onProgress }: SelectOptions<Program, Gold>,
    run: CompileRun<Gold, Outputs>,
  ): Search<Gold, Outputs> {
    const { models, requirement, confidence, seed } = this.options
    const trial = { program, devset: permutation<Gold>(devset, seed), run }
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
          costUSD: run.spent.costUSD,
        }),
    }
  }
}
