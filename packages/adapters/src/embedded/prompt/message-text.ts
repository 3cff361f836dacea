import type { LMMessage } from '@ockham/core'

/** The text of a message; parts that are not text are left out. */
export function messageText(message: LMMessage): string {
  if (typeof message.content === 'string') return message.content
  return message.content.map((part) => (part.type === 'text' ? part.text : '')).join('')
}
