import type { Module } from '@ockham/core'
import type { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'
import { meanScore } from '../search/mean-score.ts'
import type { Proposal } from './proposal.ts'
import type { EvidencePoint, Verdict } from './selection-report.ts'
import { costOf, steadyPrice } from './steady-price.ts'

/** What the runs of all candidates share. */
export interface Trial<Gold extends object, Outputs extends object> {
  readonly program: Module<never, Outputs>
  /** The devset in the order in which every candidate sees it. */
  readonly order: readonly Gold[]
  readonly run: CompileRun<Gold, Outputs>
}

/** A proposal, and how the program did with it on the first examples of the order; none is run twice. */
export class CandidateRun<Gold extends object, Outputs extends object> {
  readonly proposal: Proposal
  /** The first examples' evaluations, without a gap. */
  readonly rows: Evaluation[] = []
  /** What was known after each batch of its test. */
  readonly evidence: EvidencePoint[] = []
  /** Absent until it is found. */
  verdict?: Verdict
  private readonly trial: Trial<Gold, Outputs>
  private readonly program: Module<never, Outputs>

  constructor(proposal: Proposal, trial: Trial<Gold, Outputs>) {
    this.proposal = proposal
    this.trial = trial
    this.program = trial.program.copy()
    proposal.bind(this.program, (make) => trial.run.candidates.composed(make))
  }

  get name(): string {
    return this.proposal.name
  }

  /** Mean score of the rows; 0 when there are none. */
  get meanScore(): number {
    return meanScore(this.rows.map(({ score }) => score))
  }

  /** US dollars an example, without what a memory saved; null when no price is known. */
  get costPerExampleUSD(): number | null {
    return steadyPrice(this.rows)
  }

  /** What each row would cost in US dollars; undefined where that is not known. */
  get costs(): (number | undefined)[] {
    return this.rows.map(costOf)
  }

  /** Runs the examples up to position `end` that have not been run, as far as the budget allows. */
  async advance(end: number): Promise<void> {
    const { order, run } = this.trial
    const candidate = run.candidate(this.program, this.name)
    const trials = order.slice(this.rows.length, end).map((gold) => ({ candidate, gold }))
    try {
      this.keep(await run.evaluate(trials))
    } catch (error) {
      this.keep(trials.map((trial) => run.known(trial)))
      throw error
    }
  }

  /** Up to the first that is missing. */
  private keep(rows: readonly (Evaluation | undefined)[]): void {
    for (const row of rows) {
      if (row === undefined) return
      this.rows.push(row)
    }
  }
}
