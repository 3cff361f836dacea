import type { LMMessage } from '../../lm/lm-message.ts'
import { callLines } from './call-lines.ts'
import { partText } from './part-text.ts'

/** A message for people: its text, what stands for its media, and its tool calls. */
export function messageText({ content, toolCalls }: LMMessage): string {
  const texts = typeof content === 'string' ? [content] : content.map(partText)
  return [...texts, ...callLines(toolCalls)].filter((text) => text !== '').join('\n')
}
