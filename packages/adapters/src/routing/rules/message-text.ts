import type { LMMessage } from '@ockham/core'

/** The text of a message, without its attachments. */
export function messageText({ content }: LMMessage): string {
  if (typeof content === 'string') return content
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
}
