import { MetricError } from '../errors/metric-error.ts'
import type { Prediction } from '../example/prediction.ts'
import type { TraceStep } from '../settings/trace-step.ts'
import type { Metric, MetricResult } from './metric.ts'

/** The score of one prediction in [0, 1]; throws `MetricError` when the metric throws or returns no score. */
export async function scoreWith<Gold extends object, Outputs extends object>(
  metric: Metric<Gold, Outputs>,
  gold: Gold,
  prediction: Prediction<Outputs>,
  trace?: readonly TraceStep[],
): Promise<{ score: number; feedback?: string }> {
  let result: MetricResult
  try {
    result = await metric(gold, prediction, trace)
  } catch (cause) {
    if (MetricError.is(cause)) throw cause // of a metric that is made of others
    throw new MetricError(`The metric threw: ${String(cause)}`, { cause })
  }
  const score = toNumber(typeof result === 'object' && result !== null ? result.score : result)
  if (!(score >= 0 && score <= 1)) {
    throw new MetricError(
      `The metric returned ${describe(result)}; return a number from 0 to 1, a boolean, or { score, feedback }.`,
    )
  }
  const feedback = typeof result === 'object' ? result.feedback : undefined
  return feedback === undefined ? { score } : { score, feedback }
}

function toNumber(score: unknown): number {
  if (typeof score === 'boolean') return score ? 1 : 0
  return typeof score === 'number' ? score : Number.NaN
}

function describe(result: unknown): string {
  return typeof result === 'object' ? JSON.stringify(result) : String(result)
}
