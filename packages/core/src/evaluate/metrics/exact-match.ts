import { deepEqual } from '../../internal/deep-equal.ts'
import { normalizeText } from '../../internal/normalize-text.ts'
import type { Metric } from '../metric.ts'
import { acceptedAnswers } from './accepted-answers.ts'
import type { AnswerFields, WithFields } from './answer-fields.ts'

/**
 * A metric: whether a predicted field is one of the accepted answers (dspy.evaluate.answer_exact_match).
 * Texts are compared without case, punctuation, articles and spare white space; other values as they are.
 */
export function exactMatch<const Name extends string, const GoldName extends string = Name>(
  options: AnswerFields<Name, GoldName>,
): Metric<WithFields<NoInfer<GoldName>>, WithFields<NoInfer<Name>>> {
  const { field, goldField = field } = options
  return (gold, prediction) => {
    const predicted: unknown = Reflect.get(prediction, field)
    // A field that is a list itself has one right list, or several.
    const answers = acceptedAnswers(gold, goldField)
    if (!Array.isArray(predicted)) return answers.some((answer) => isSame(predicted, answer))
    return isSame(predicted, answers) || answers.some((answer) => isSame(predicted, answer))
  }
}

function isSame(predicted: unknown, answer: unknown): boolean {
  if (typeof predicted === 'string' && typeof answer === 'string') {
    return normalizeText(predicted) === normalizeText(answer)
  }
  return deepEqual(predicted, answer)
}
