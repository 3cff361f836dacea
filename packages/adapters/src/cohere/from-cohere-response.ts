import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { cohereFinish } from './cohere-finish.ts'
import { cohereToolCall } from './cohere-tool-call.ts'
import { cohereUsage } from './cohere-usage.ts'

/** The parts of a message in one piece; throws when it reports an error or holds no message. */
export function fromCohereResponse(response: WireObject): readonly ReplyPart[] {
  if (response.has('error')) throw new VendorFailure(factsFromBody(response.json('error')))
  const message = response.object('message')
  if (!message) throw new Error('`message` is missing.')
  const parts: ReplyPart[] = []
  const plan = message.text('tool_plan')
  if (plan) parts.push({ type: 'reasoning', index: 0, text: plan })
  for (const block of message.objects('content')) {
    const [thinking, text] = [block.text('thinking'), block.text('text')]
    if (thinking) parts.push({ type: 'reasoning', index: 0, text: thinking })
    if (text) parts.push({ type: 'text', index: 0, text })
  }
  for (const [key, call] of message.objects('tool_calls').entries()) {
    parts.push(...cohereToolCall(call, key))
  }
  const finish = cohereFinish(response)
  return [
    ...parts,
    ...(finish.length > 0 ? finish : [{ type: 'finish', index: 0, reason: 'stop' } as const]),
    ...cohereUsage(response),
    { type: 'end' },
  ]
}
