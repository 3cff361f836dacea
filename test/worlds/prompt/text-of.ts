import type { LMMessage } from '@ockham/core'

/** The text of a message, without its other parts. */
export function textOf({ content }: LMMessage): string {
  if (typeof content === 'string') return content
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
}
