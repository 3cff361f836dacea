import type { Evaluation } from '../run/evaluation.ts'

/** Whether the metric likes a run: any score above 0, or else the least score that is asked for. */
export function isWorthShowing(
  { error, score }: Evaluation,
  metricThreshold: number | undefined,
): boolean {
  if (error !== undefined) return false
  return metricThreshold === undefined ? score > 0 : score >= metricThreshold
}
