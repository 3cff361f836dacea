import { checkFraction } from '../../errors/check-fraction.ts'
import type { Metric } from '../metric.ts'
import type { AnswerFields, WithFields } from './answer-fields.ts'
import { bestAnswer } from './best-answer.ts'
import { tokenF1 } from './token-f1.ts'

/** Which fields are compared, and from what F1 on a prediction passes. */
export interface F1Options<Name extends string, GoldName extends string>
  extends AnswerFields<Name, GoldName> {
  /** In [0, 1]; with it the metric says pass or fail (DSPy: `frac` of answer_exact_match). */
  readonly threshold?: number
}

/**
 * A metric: F1 of the words that a predicted text shares with the best of the accepted answers
 * (dspy.evaluate.metrics.F1). Throws `OptionError`.
 */
export function f1<const Name extends string, const GoldName extends string = Name>(
  options: F1Options<Name, GoldName>,
): Metric<WithFields<NoInfer<GoldName>>, WithFields<NoInfer<Name>>> {
  const { field, goldField = field, threshold } = options
  if (threshold !== undefined) checkFraction('threshold', threshold)
  return (gold, prediction) => {
    const score = bestAnswer({ gold, prediction, field, goldField, compare: tokenF1 })
    return threshold === undefined ? score : score >= threshold
  }
}
