import type { LM, Module } from '@ockham/core'
import type { CompileRun } from '../run/compile-run.ts'
import type { Evaluation } from '../run/evaluation.ts'

/** What the runs of all models share. */
export interface Trial<Gold extends object, Outputs extends object> {
  readonly program: Module<never, Outputs>
  /** In the order in which every model sees it. */
  readonly devset: readonly Gold[]
  readonly run: CompileRun<Gold, Outputs>
}

/** A program with one model, and how it did on the first examples of the devset; none is run twice. */
export class ModelRun<Gold extends object, Outputs extends object> {
  readonly lm: LM
  /** The first examples' evaluations, without a gap. */
  readonly rows: Evaluation[] = []
  private readonly trial: Trial<Gold, Outputs>
  private readonly program: Module<never, Outputs>

  constructor(lm: LM, trial: Trial<Gold, Outputs>) {
    this.lm = lm
    this.trial = trial
    this.program = trial.program.copy()
    this.program.setLM(lm)
  }

  /** Mean score of the rows; 0 when there are none. */
  get meanScore(): number {
    const sum = this.rows.reduce((total, row) => total + row.score, 0)
    return this.rows.length === 0 ? 0 : sum / this.rows.length
  }

  /** US dollars an example, of the rows that no cache helped; null when no price is known. */
  get costPerExampleUSD(): number | null {
    const costs = this.rows.map(costOf).filter((cost) => cost !== undefined)
    return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  }

  /** Runs the examples up to position `end` that have not been run, as far as the budget allows. */
  async advance(end: number): Promise<void> {
    const { devset, run } = this.trial
    const candidate = run.candidate(this.program)
    const trials = devset.slice(this.rows.length, end).map((gold) => ({ candidate, gold }))
    try {
      await run.evaluate(trials)
    } finally {
      for (const trial of trials) {
        const row = run.known(trial)
        if (row === undefined) break
        this.rows.push(row)
      }
    }
  }
}

/** What a row would cost without a run's memory; undefined where a cache answered, a call failed, or a price is not known. */
function costOf({ calls }: Evaluation): number | undefined {
  if (calls.length === 0) return undefined
  let sum = 0
  for (const { cached, costUSD, savedUSD, failed = false } of calls) {
    const cost = savedUSD === undefined ? (cached ? null : costUSD) : savedUSD
    if (cost === null || failed) return undefined
    sum += cost
  }
  return sum
}
