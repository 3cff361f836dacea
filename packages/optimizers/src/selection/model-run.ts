import {
  AbortError,
  BudgetExceededError,
  type LM,
  LMConfigurationError,
  type Metric,
  type Module,
} from '@ockham/core'
import type { BudgetLedger } from '../budget/budget-ledger.ts'
import { metered } from '../budget/metered.ts'
import { runWithinBudget } from '../budget/run-within-budget.ts'
import { dearest, type Spend } from '../budget/spend.ts'
import { type Row, scoreRow } from './score-row.ts'

/** What the runs of all models share. */
export interface Trial<Gold extends object, Outputs extends object> {
  readonly program: Module<never, Outputs>
  /** In the order in which every model sees it. */
  readonly devset: readonly Gold[]
  readonly metric: Metric<Gold, Outputs>
  readonly ledger: BudgetLedger
  readonly concurrency: number
  readonly signal: AbortSignal | undefined
}

/** A program with one model, and how it did on the first examples of the devset; none is run twice. */
export class ModelRun<Gold extends object, Outputs extends object> {
  readonly lm: LM
  /** The rows of the first examples, without a gap. */
  readonly rows: Row[] = []
  private readonly trial: Trial<Gold, Outputs>
  private readonly program: Module<never, Outputs>
  /** Rows by position; one that ended before its predecessors waits here for them. */
  private readonly ended = new Map<number, Row>()
  private dearestRow: Spend | undefined

  constructor(lm: LM, trial: Trial<Gold, Outputs>) {
    this.lm = lm
    this.trial = trial
    this.program = trial.program.copy()
    this.program.setLM(metered(lm, trial.ledger))
  }

  /** Runs the examples before position `end` that have not been run, or as many as the budget allows. */
  async advance(end: number): Promise<void> {
    const { ledger, concurrency } = this.trial
    const missing: number[] = []
    for (let at = this.rows.length; at < end; at += 1) if (!this.ended.has(at)) missing.push(at)
    await runWithinBudget({
      count: missing.length,
      concurrency,
      ledger,
      dearest: () => this.dearestRow,
      task: (index) => this.run(missing[index] ?? 0),
    })
    for (let row = this.next(); row !== undefined; row = this.next()) this.rows.push(row)
  }
