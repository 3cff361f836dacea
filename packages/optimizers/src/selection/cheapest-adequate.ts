import {
  AbortError,
  EmptyDatasetError,
  type Module,
  OptionError,
  type ProgramInputs,
  type WithInputs,
} from '@ockham/core'
import type { CompilePlan } from '../estimate/compile-plan.ts'
import type { CompileControl, Compiled } from '../optimizer.ts'
import { CompileRun } from '../run/compile-run.ts'
import type { Journal } from '../run/journal.ts'
import { assigns } from './assigns.ts'
import {
  type CheapestAdequateOptions,
  type ResolvedSelection,
  resolveCheapestAdequateOptions,
} from './cheapest-adequate-options.ts'
import { checkSelectionData } from './check-selection-data.ts'
import { openEvidence } from './evidence/open-evidence.ts'
import { type SelectionOrder, selectionOrder } from './evidence/selection-order.ts'
import { planJointly } from './joint/plan-jointly.ts'
import { promptIdentity } from './joint/prompt-identity.ts'
import type { Training } from './joint/training.ts'
import { planPerPredictor } from './per-predictor/plan-per-predictor.ts'
import { composePlainly } from './proposal.ts'
import { reportSelection } from './report/report-selection.ts'
import { type Choice, Selection } from './selection.ts'
import type { SelectionProgress, SelectionReport } from './selection-report.ts'

/** What to choose on. */
export interface SelectOptions<Program extends Module<never, object>, Gold extends object>
  extends CompileControl<SelectionProgress> {
  /** Examples that nothing in the program was made from, such as its demonstrations. */
  devset: readonly (Gold & WithInputs<ProgramInputs<Program>>)[]
  /**
   * A file that keeps every evaluation for later selections with the same metric: with more examples, which top a
   * certificate up, with other models or requirements. What is in it is not paid for again.
   */
  evidence?: string
  /** Examples that are not in the devset, to make prompts from; for `assignment: 'joint'`. */
  trainset?: readonly (Gold & WithInputs<ProgramInputs<Program>>)[]
  /** Of the certificate; now by default. */
  date?: Date
}

/**
 * Finds the cheapest models with which a program is good enough, stops running examples as soon as it is sure, and
 * says with which confidence of what: of the devset, most of which may stay unrun, or of data like it.
 */
export class CheapestAdequate<Gold extends object, Outputs extends object> {
  private readonly options: ResolvedSelection<Gold, Outputs>

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: CheapestAdequateOptions<Gold, Outputs>) {
    this.options = resolveCheapestAdequateOptions(options)
  }

  /**
   * A copy of the program that is bound to what was chosen. Throws `EmptyDatasetError`, `OptionError` for
   * a budget that cannot be kept or pays for nothing, and `AbortError` with the report so far as `partial`.
   */
  async compile<Program extends Module<never, Outputs>>(
    program: Program,
    options: SelectOptions<Program, Gold>,
  ): Promise<Compiled<Program, SelectionReport>> {
    const { signal, devset, date = new Date() } = options
    if (Number.isNaN(date.getTime())) throw new OptionError('date', 'is no valid date.')
    if (!Array.isArray(devset))
      throw new OptionError('devset', 'is missing: pass a list of examples.')
    if (devset.length === 0) throw new EmptyDatasetError('devset')
    checkSelectionData<Gold, Outputs>(this.options, { ...options, program })
    const { evidence: path } = options
    const evidence = path === undefined ? undefined : openEvidence(path, this.options.metric)
    const order = selectionOrder<Gold, Outputs>(devset, this.options, evidence)
    const run = this.newRun(program, options, evidence)
    const selection = this.newSelection(program, options, { ...order, run })
    let choice: Choice<Gold, Outputs> | undefined
    const work = async (): Promise<void> => {
      if (signal?.aborted === true) throw new AbortError(signal.reason)
      choice = await assigns[this.options.assignment](selection)
    }
    const report = (): SelectionReport => reportSelection(selection, run, { choice, devset, date })
    const result = await run.finishing(work, report)
    const chosen = program.copy()
    choice?.candidate.proposal.bind(chosen, composePlainly)
    return { program: chosen, report: result }
  }

  /**
   * Runs on an example at most: of every model, and of the reference, on the whole devset, and what is to be run for the
   * prompts where these are chosen too. Throws `EmptyDatasetError`, and `OptionError` for such data.
   */
  plan(
    program: Module<never, Outputs>,
    data: { readonly devset: readonly Gold[]; readonly trainset?: readonly Gold[] },
  ): CompilePlan {
    const { devset } = data
    if (devset.length === 0) throw new EmptyDatasetError('devset')
    checkSelectionData(this.options, { ...data, program })
    const { assignment } = this.options
    if (assignment === 'joint') return planJointly(this.options, program, data)
    if (assignment === 'per-predictor')
      return planPerPredictor(this.options, program, devset.length)
    const { models, requirement, concurrency } = this.options
    const runs = models.length + (requirement.kind === 'reference' ? 1 : 0)
    return { evaluations: runs * devset.length, teacherRuns: 0, prompts: 0, concurrency }
  }

  private newRun<Program extends Module<never, Outputs>>(
    program: Program,
    options: SelectOptions<Program, Gold>,
    evidence: Journal | undefined,
  ): CompileRun<Gold, Outputs> {
    const { metric, models, requirement, concurrency, prompts, validDays: _, ...own } = this.options
    const { devset, trainset } = options
    const names = models.map(({ model }) => model)
    const wanted =
      requirement.kind === 'floor'
        ? requirement
        : { ...requirement, reference: requirement.reference.model }
    const state = program.dumpState()
    const functions = [String(metric), String(own.cascade.verify)]
    return new CompileRun<Gold, Outputs>({
      metric,
      control: this.control(options),
      seed: own.seed,
      concurrency,
      maxErrors: Number.POSITIVE_INFINITY,
      ...(evidence ? { evidence } : {}),
      // Proposals that have calls in common pay for them once; one model for all has none in common with another.
      reuseReplies: own.assignment !== 'uniform',
      identity: [
        ...['CheapestAdequate', own, names, wanted, functions, state, devset],
        ...promptIdentity<Gold, Outputs>(prompts, trainset),
      ],
    })
  }

  private newSelection<Program extends Module<never, Outputs>>(
    program: Program,
    options: SelectOptions<Program, Gold>,
    data: SelectionOrder<Gold> & { run: CompileRun<Gold, Outputs> },
  ): Selection<Gold, Outputs> {
    const { trainset, onProgress } = options
    return new Selection(this.options, {
      ...data,
      program,
      ...(trainset ? { training: { trainset, control: this.control(options) } } : {}),
      announce: ({ name, rows, meanScore, verdict }) =>
        onProgress?.({
          model: name,
          evaluated: rows.length,
          meanScore,
          ...(verdict === undefined ? {} : { verdict }),
          costUSD: data.run.spent.costUSD,
        }),
    })
  }

  private control({
    signal,
    checkpoint,
    budget = this.options.budget,
  }: CompileControl<SelectionProgress>): Training<Gold>['control'] {
    return {
      ...(signal ? { signal } : {}),
      ...(checkpoint === undefined ? {} : { checkpoint }),
      ...(budget ? { budget } : {}),
    }
  }
}
