import type { LM, LMRequest, LMResponse } from '@ockham/core'

/** What a model is shown beside the question. */
export interface ShownPrompt {
  /** The system message. */
  readonly text: string
  readonly demos: number
}

/** How a model does in the quiz. */
export interface PupilLMOptions {
  model: string
  /** US dollars for every character of its prompt. */
  characterUSD: number
  /** The part of the questions that it can answer, by how it is asked. */
  accuracy: (prompt: ShownPrompt) => number
  /** How long each call takes, in milliseconds. */
  delay?: () => number
  /** Runs before each call. */
  onCall?: () => void
}

/** A model of the quiz whose answers, and whose price, depend on its prompt. */
export interface PupilLM extends LM {
  /** What was asked, in order. */
  readonly asked: { question: string; prompt: ShownPrompt; costUSD: number }[]
}

const cycle = 20

/** An LM, given as an object literal, that reads nothing but the messages. */
export function pupilLM({ model, characterUSD, accuracy, delay, onCall }: PupilLMOptions): PupilLM {
  const asked: PupilLM['asked'] = []
  const priceOf = ({ messages }: LMRequest): number =>
    characterUSD * messages.map(({ content }) => String(content)).join('').length
  async function generate(request: LMRequest): Promise<LMResponse> {
    request.signal?.throwIfAborted()
    const texts = request.messages.map(({ content }) => String(content))
    const question = /## question ## \]\]\n(.*)/.exec(texts.at(-1) ?? '')?.[1] ?? ''
    const prompt = { text: texts[0] ?? '', demos: (texts.length - 2) / 2 }
    const costUSD = priceOf(request)
    asked.push({ question, prompt, costUSD })
    onCall?.()
    if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay()))
    // 7 and 20 have no common factor, so which questions a model knows is spread over the quiz.
    const knows = (Number(question) * 7) % cycle < accuracy(prompt) * cycle
    const answer = knows ? `answer ${question}` : 'no idea'
    return {
      model,
      outputs: [{ text: `[[ ## answer ## ]]\n${answer}`, finishReason: 'stop' }],
      usage: { inputTokens: texts.join('').length / 4, outputTokens: 5 },
      costUSD,
    }
  }
  return {
    model,
    asked,
    maxCostUSD: priceOf,
    generate,
    async *stream(request) {
      yield { type: 'finish', response: await generate(request) }
    },
  }
}
