import type { EmbeddingModel } from '../embedding-model.ts'

/** An embedding model that counts letters, and keeps what it was asked. */
export interface LetterModel extends EmbeddingModel {
  readonly asked: (readonly string[])[]
  /** Requests under way now, and the most there were at a time. */
  running: number
  mostRunning: number
}

const costPerText = 0.5

/** One number for each letter of `alphabet`: how often a text has it. Waits a moment before it answers. */
export function letterModel(alphabet = 'abcdefgh', delayMs = 0): LetterModel {
  const model: LetterModel = {
    model: 'test/letters',
    asked: [],
    running: 0,
    mostRunning: 0,
    async embed(texts) {
      model.asked.push(texts)
      model.running += 1
      model.mostRunning = Math.max(model.running, model.mostRunning)
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      model.running -= 1
      return {
        embeddings: texts.map((text) => letterCounts(text, alphabet)),
        inputTokens: texts.length * 2,
        costUSD: texts.length * costPerText,
      }
    },
  }
  return model
}

/** The vector of a text as the model gives it. */
export function letterCounts(text: string, alphabet = 'abcdefgh'): number[] {
  return [...alphabet].map((letter) => text.split(letter).length - 1)
}
