import {
  AbortError,
  BudgetExceededError,
  type LM,
  LMConfigurationError,
  type Metric,
  type Module,
  OptionError,
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
  /** The first examples' rows, without a gap. */
  readonly rows: Row[] = []
  private readonly trial: Trial<Gold, Outputs>
  private readonly program: Module<never, Outputs>
  private dearestRow: Spend | undefined

  constructor(lm: LM, trial: Trial<Gold, Outputs>) {
    this.lm = lm
    this.trial = trial
    this.program = trial.program.copy()
    this.program.setLM(metered(lm, trial.ledger))
  }

  /** Mean score of the rows; 0 when there are none. */
  get meanScore(): number {
    const sum = this.rows.reduce((total, row) => total + row.score, 0)
    return this.rows.length === 0 ? 0 : sum / this.rows.length
  }

  /** US dollars an example, of the rows that no cache helped; null when no price is known. */
  get costPerExampleUSD(): number | null {
    const priced = this.rows.filter(
      ({ usage }) => usage.calls > 0 && usage.cachedCalls === 0 && usage.unpricedCalls === 0,
    )
    const sum = priced.reduce((total, { usage }) => total + usage.costUSD, 0)
    return priced.length === 0 ? null : sum / priced.length
  }

  /** Runs the examples up to position `end` that have not been run, as far as the budget allows. */
  async advance(end: number): Promise<void> {
    const { devset, ledger, concurrency } = this.trial
    const missing = devset.slice(this.rows.length, end)
    const ended: (Row | undefined)[] = []
    try {
      await runWithinBudget({
        count: missing.length,
        concurrency,
        ledger,
        dearest: () => this.dearestRow,
        task: async (index) => {
          const gold = missing[index]
          if (gold !== undefined) ended[index] = await this.run(gold)
        },
      })
    } finally {
      for (const row of ended) {
        if (row === undefined) break
        this.rows.push(row)
      }
    }
  }

  /** The row of an example; undefined when the budget did not allow all of it. */
  private async run(gold: Gold): Promise<Row | undefined> {
    const { metric, ledger, signal } = this.trial
    const stopIfAborted = (): void => {
      if (signal?.aborted === true) throw new AbortError(signal.reason)
    }
    stopIfAborted()
    const row = await scoreRow({ program: this.program, gold, metric, signal })
    stopIfAborted()
    // Every other example would fail the same way.
    if (LMConfigurationError.is(row.error)) throw row.error
    if (BudgetExceededError.is(row.error)) ledger.refuse(row.error)
    if (OptionError.is(ledger.refusal)) throw ledger.refusal
    // A program may have gone on without the call that it was refused.
    if (ledger.refusal !== undefined) return undefined
    this.dearestRow = dearest(this.dearestRow, row.usage)
    return row
  }
}
