import { type Example, example, type LM, type LMRequest, type LMResponse } from '@ockham/core'

/** A question of the quiz: a number, and its text as the answer. */
export type Question = Example<{ question: string; answer: string }, 'question'>

/** How a model does in the quiz. */
export interface QuizLMOptions {
  model: string
  costUSD?: number | null
  /** The part of the questions it can answer: those whose number leaves a small enough rest. */
  accuracy: number
  /** How long each call takes, in milliseconds. */
  delay?: () => number
  /** Runs before each call. */
  onCall?: (question: string) => void
}

/** A model that knows the answers to some questions, and which questions it was asked. */
export interface QuizLM extends LM {
  readonly asked: string[]
}

const cycle = 20

/** The questions 0 … count - 1. */
export function quiz(count: number): Question[] {
  return Array.from({ length: count }, (_, index) =>
    example({ question: `${index}`, answer: `answer ${index}` }, { inputs: ['question'] }),
  )
}

/** An LM, given as an object literal, that does as well in the quiz as it is told. */
export function quizLM({ model, costUSD = 0, accuracy, delay, onCall }: QuizLMOptions): QuizLM {
  const asked: string[] = []
  async function generate(request: LMRequest): Promise<LMResponse> {
    request.signal?.throwIfAborted()
    const question = questionOf(request)
    asked.push(question)
    onCall?.(question)
    if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay()))
    // 7 and 20 have no common factor, so which questions a model knows is spread over the quiz.
    const knows = (Number(question) * 7) % cycle < accuracy * cycle
    const answer = knows ? `answer ${question}` : 'no idea'
    return {
      model,
      outputs: [
        { text: `[[ ## answer ## ]]\n${answer}\n\n[[ ## completed ## ]]`, finishReason: 'stop' },
      ],
      usage: { inputTokens: 10, outputTokens: 5 },
      costUSD,
    }
  }
  return {
    model,
    asked,
    generate,
    async *stream(request) {
      yield { type: 'finish', response: await generate(request) }
    },
  }
}

/** Whether a prediction is right. */
export function isRight(gold: { answer: string }, prediction: { answer: string }): boolean {
  return gold.answer === prediction.answer
}

function questionOf(request: LMRequest): string {
  const { content } = request.messages.at(-1) ?? { content: '' }
  const text = typeof content === 'string' ? content : ''
  return /## question ## \]\]\n(.*)/.exec(text)?.[1] ?? ''
}
