import { type Example, example } from '@ockham/core'

/** A question with a number, and its answer. */
export type Question = Example<{ question: string; answer: string }, 'question'>

/** Questions number first … last - 1. */
export function questions(first: number, last: number): Question[] {
  return Array.from({ length: last - first }, (_, index) =>
    example(
      { question: `${first + index}`, answer: `answer ${first + index}` },
      { inputs: ['question'] },
    ),
  )
}

/** Whether a prediction is right, and what to say of it. */
export function isRight(
  gold: { question: string; answer: string },
  prediction: { answer: string },
): { score: number; feedback: string } {
  const score = gold.answer === prediction.answer ? 1 : 0
  return { score, feedback: score === 1 ? 'Right.' : `Number ${gold.question} is hard.` }
}
