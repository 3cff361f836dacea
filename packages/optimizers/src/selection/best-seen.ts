import { meanScore } from '../search/mean-score.ts'
import type { CandidateRun } from './candidate-run.ts'
import { speedOf } from './certify/adequacy-test.ts'
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
  const quick = seen.filter((candidate) => isFastEnough(candidate, latency))
  const compared = quick.length > 0 ? quick : seen
  return compared.reduce((best, one) => (one.meanScore > best.meanScore ? one : best))
}

/** Whether enough of what was run was done in time, where that is asked. */
export function isFastEnough<Gold extends object, Outputs extends object>(
  { rows }: Pick<CandidateRun<Gold, Outputs>, 'rows'>,
  latency: LatencyLimit | undefined,
): boolean {
  if (latency === undefined) return true
  return meanScore(rows.map((row) => speedOf(row, latency))) >= latency.share
}
