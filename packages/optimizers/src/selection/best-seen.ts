import type { CandidateRun } from './candidate-run.ts'
import { isFastEnough } from './is-fast-enough.ts'
import type { LatencyLimit } from './requirement.ts'

/**
 * The highest mean score, and of equal ones the first; of those that were fast enough, where any was. Of what was not run
 * at all, the first.
 */
export function bestSeen<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  latency: LatencyLimit | undefined,
): CandidateRun<Gold, Outputs> {
  const seen = candidates.filter(({ rows }) => rows.length > 0)
  const quick = seen.filter((candidate) => isFastEnough(candidate.rows, latency))
  const compared = quick.length > 0 ? quick : seen
  return compared.reduce((best, one) => (one.meanScore > best.meanScore ? one : best))
}
