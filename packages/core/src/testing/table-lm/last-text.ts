import type { LMMessage } from '../../lm/lm-message.ts'

/** The text of the last message of a role, without its other parts; empty when there is none. */
export function lastText(messages: readonly LMMessage[], role: LMMessage['role']): string {
  const content = messages.findLast((message) => message.role === role)?.content ?? ''
  if (typeof content === 'string') return content
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
}
