import { compareEvaluations } from '@ockham/core'
import type { CandidateRun } from '../candidate-run.ts'
import type { ReferenceComparison } from '../selection-report.ts'

/** A candidate against the reference, example by example; undefined for the reference itself and where none was run on both. */
export function versusReference<Gold extends object, Outputs extends object>(
  candidate: CandidateRun<Gold, Outputs>,
  reference: CandidateRun<Gold, Outputs>,
  order: readonly Gold[],
): ReferenceComparison | undefined {
  const count = Math.min(candidate.rows.length, reference.rows.length)
  if (count === 0 || candidate === reference) return undefined
  const rowsOf = ({ rows }: CandidateRun<Gold, Outputs>) =>
    order.slice(0, count).map((example, index) => ({ example, score: rows[index]?.score ?? 0 }))
  const { difference, interval, wins, losses } = compareEvaluations(
    { rows: rowsOf(reference) },
    { rows: rowsOf(candidate) },
  )
  return { difference, interval, wins, losses }
}
