import type { Prediction } from '../../example/prediction.ts'
import type { Metric } from '../metric.ts'
import { scoreWith } from '../score-with.ts'

/** A scored prediction that someone puts into words. */
export interface Scored<Gold extends object, Outputs extends object> {
  readonly gold: Gold
  readonly prediction: Prediction<Outputs>
  /** In [0, 1]. */
  readonly score: number
  /** What the metric itself said. */
  readonly feedback: string | undefined
}

/**
 * A metric that also says why: the score of `metric`, with the words of `explain`; where those are
 * undefined, the words of `metric` itself. Optimizers that reflect learn from them.
 */
export function withFeedback<Gold extends object, Outputs extends object>(
  metric: Metric<Gold, Outputs>,
  explain: (scored: Scored<Gold, Outputs>) => string | undefined | Promise<string | undefined>,
): Metric<Gold, Outputs> {
  return async (gold, prediction, trace) => {
    const { score, feedback } = await scoreWith(metric, gold, prediction, trace)
    const words = (await explain({ gold, prediction, score, feedback })) ?? feedback
    return words === undefined ? { score } : { score, feedback: words }
  }
}
