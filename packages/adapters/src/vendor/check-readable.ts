import type { ReplyAssembler } from '../reply/reply-assembler.ts'

/**
 * Throws when more was lost to events that could not be read than a reply can bear: one of them is
 * borne, but not in a reply that calls tools, where a lost piece changes what is done.
 */
export function checkReadable(reply: ReplyAssembler): void {
  const [first = ''] = reply.malformed
  if (reply.malformed.length === 0) return
  const calls = reply
    .outputs()
    .some(({ toolCalls, finishReason }) => toolCalls || finishReason === 'tool_calls')
  if (reply.malformed.length > 1 || calls) throw new Error(`an event is not JSON: ${first}`)
}
