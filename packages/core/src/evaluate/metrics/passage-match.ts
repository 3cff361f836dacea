import { normalizeText } from '../../internal/normalize-text.ts'
import type { Metric } from '../metric.ts'
import { acceptedAnswers } from './accepted-answers.ts'
import type { AnswerFields, WithFields } from './answer-fields.ts'
import { answerText } from './answer-text.ts'

// The tokens of DPR: runs of letters, digits and marks, and every other character that shows.
const token = /[\p{L}\p{N}\p{M}]+|[^\p{Z}\p{C}]/gu

/**
 * A metric: whether one of the predicted passages, a text or a list of them, contains an accepted answer
 * word by word (dspy.evaluate.answer_passage_match). An answer of which normalizing leaves nothing is
 * in no passage; DSPy finds it in each.
 */
export function passageMatch<const Name extends string, const GoldName extends string>(
  options: Required<AnswerFields<Name, GoldName>>,
): Metric<WithFields<NoInfer<GoldName>>, WithFields<NoInfer<Name>>> {
  const { field, goldField } = options
  return (gold, prediction) => {
    const answers = acceptedAnswers(gold, goldField).map((answer) => tokensOf(answer, goldField))
    const value: unknown = Reflect.get(prediction, field)
    const passages: readonly unknown[] = Array.isArray(value) ? value : [value]
    return passages.some((passage) => {
      const tokens = tokensOf(passage, field)
      return answers.some((answer) => contains(tokens, answer))
    })
  }
}

function tokensOf(value: unknown, name: string): string[] {
  const text = normalizeText(answerText(value, name) ?? '').normalize('NFD')
  return Array.from(text.matchAll(token), ([word]) => word.toLowerCase())
}

function contains(tokens: readonly string[], answer: readonly string[]): boolean {
  if (answer.length === 0) return false
  return tokens.some((_, start) => answer.every((word, index) => tokens[start + index] === word))
}
