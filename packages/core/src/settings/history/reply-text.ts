import type { LMOutput } from '../../lm/lm-response.ts'
import { callLines } from './call-lines.ts'

/** A reply for people, without its reasoning: its text, tool calls, and how many citations it has. */
export function replyText({ text, toolCalls, citations }: LMOutput): string {
  const quoted = citations?.length ? [`[${citations.length} citations]`] : []
  return [text, ...callLines(toolCalls), ...quoted].filter((line) => line !== '').join('\n')
}
