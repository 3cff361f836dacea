import { normalizeText } from '../../internal/normalize-text.ts'
import type { Metric } from '../metric.ts'
import type { AnswerFields, WithFields } from './answer-fields.ts'
import { bestAnswer } from './best-answer.ts'
import { tokenF1 } from './token-f1.ts'

const verdicts = new Set(['yes', 'no', 'noanswer'])

/** `f1` by HotPotQA's rule: yes, no and "noanswer" are right or wrong as a whole (dspy.evaluate.metrics.HotPotF1). */
export function hotpotF1<const Name extends string, const GoldName extends string = Name>(
  options: AnswerFields<Name, GoldName>,
): Metric<WithFields<NoInfer<GoldName>>, WithFields<NoInfer<Name>>> {
  const { field, goldField = field } = options
  return (gold, prediction) => bestAnswer({ gold, prediction, field, goldField, compare })
}

function compare(predicted: string, answer: string): number {
  const [left, right] = [normalizeText(predicted), normalizeText(answer)]
  const isVerdict = verdicts.has(left) || verdicts.has(right)
  return isVerdict && left !== right ? 0 : tokenF1(predicted, answer)
}
