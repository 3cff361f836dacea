import { type LM, scoreInterval } from '@ockham/core'
import type { CompileRun } from '../run/compile-run.ts'
import type { ModelRun } from './model-run.ts'
import type { Search } from './search.ts'
import type { CandidateReport, SelectionReport, Verdict } from './selection-report.ts'

/** What a selection has come to. */
export interface SelectionOutcome {
  /** Absent while nothing is chosen. */
  readonly chosen?: LM
  readonly certified: boolean
  /** Paths of the program's predictors. */
  readonly paths: readonly string[]
}

/** The report of a search, also of one that was cut short. */
export function reportSelection<Gold extends object, Outputs extends object>(
  search: Search<Gold, Outputs>,
  run: CompileRun<Gold, Outputs>,
  { chosen, certified, paths }: SelectionOutcome,
): SelectionReport {
  const { candidates, reference, devsetSize, confidence } = search
  const reports = candidates.map(({ run, verdict = 'undecided' }) => reportRun(run, verdict))
  if (reference !== undefined) reports.push(reportRun(reference, 'not-needed'))
  return {
    choice: chosen ? Object.fromEntries(paths.map((path) => [path, chosen.model])) : {},
    certified,
    candidates: reports,
    devsetSize,
    confidence,
    budgetExhausted: run.isOver,
    calls: run.spent.calls,
    costUSD: run.spent.costUSD,
  }
}

function reportRun<Gold extends object, Outputs extends object>(
  { lm, rows, meanScore, costPerExampleUSD }: ModelRun<Gold, Outputs>,
  verdict: Verdict,
): CandidateReport {
  return {
    model: lm.model,
    evaluated: rows.length,
    meanScore,
    interval: rows.length === 0 ? [0, 1] : scoreInterval(meanScore, rows.length),
    failed: rows.filter(({ error }) => error !== undefined).length,
    costPerExampleUSD,
    verdict,
  }
}
