import type { CandidateRun } from './candidate-run.ts'

/** The highest mean score, and of equal ones the first. Of what was not run at all, the first. */
export function bestSeen<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
): CandidateRun<Gold, Outputs> {
  const seen = candidates.filter(({ rows }) => rows.length > 0)
  return seen.reduce((best, one) => (one.meanScore > best.meanScore ? one : best))
}
