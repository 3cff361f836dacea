import type { LMMessage } from '@ockham/core'
import { messageText } from './prompt/message-text.ts'

/** Characters that the embedded model calls one token. */
export const charactersPerToken = 4

/** The tokens of a text. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken)
}

/** The tokens of all messages together. */
export function countMessageTokens(messages: readonly LMMessage[]): number {
  const characters = messages.reduce((sum, message) => sum + messageText(message).length, 0)
  return Math.ceil(characters / charactersPerToken)
}
