import type { Evaluation } from '../run/evaluation.ts'
import { meanScore } from '../search/mean-score.ts'
import { speedOf } from './certify/adequacy-test.ts'
import type { LatencyLimit } from './requirement.ts'

/** Whether enough of what was run was done in time, where that is asked. */
export function isFastEnough(
  rows: readonly Evaluation[],
  latency: LatencyLimit | undefined,
): boolean {
  if (latency === undefined) return true
  return meanScore(rows.map((row) => speedOf(row, latency))) >= latency.share
}
