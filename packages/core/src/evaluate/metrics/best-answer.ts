import { acceptedAnswers } from './accepted-answers.ts'
import { answerText } from './answer-text.ts'

interface Comparison {
  gold: object
  prediction: object
  field: string
  goldField: string
  /** A score in [0, 1]. */
  compare(predicted: string, answer: string): number
}

/** The score of a predicted text against the accepted answer that it is nearest to; 0 for no text. */
export function bestAnswer({ gold, prediction, field, goldField, compare }: Comparison): number {
  const predicted = answerText(Reflect.get(prediction, field), field)
  const scores = acceptedAnswers(gold, goldField).map((answer) => {
    const text = answerText(answer, goldField)
    return predicted === undefined || text === undefined ? 0 : compare(predicted, text)
  })
  return Math.max(...scores)
}
