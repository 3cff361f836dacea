import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { openaiContent } from './openai-content.ts'
import { openaiFinishReason } from './openai-finish-reason.ts'

/** The parts of one completion; `message` is its `delta` in a stream, which tells a refusal before the end. */
export function fromOpenAIChoice(
  choice: WireObject,
  index: number,
  message: WireObject | undefined,
  refused: boolean = isRefusal(message),
): ReplyPart[] {
  if (choice.has('error')) throw new VendorFailure(factsFromBody(choice.json('error')))
  const parts: ReplyPart[] = []
  if (message) {
    parts.push(...openaiContent(message, index))
    for (const call of message.objects('tool_calls')) parts.push(toolCall(call, index))
  }
  const logprobs = choice.object('logprobs')?.json('content')
  if (Array.isArray(logprobs)) parts.push({ type: 'logprobs', index, logprobs })
  const reason = choice.text('finish_reason')
  if (reason === 'error') {
    throw new VendorFailure({ codes: [], message: 'the completion ended with an error' })
  }
  if (reason) {
    parts.push({
      type: 'finish',
      index,
      reason: refused ? 'content_filter' : openaiFinishReason(reason),
    })
  }
  return parts
}

/** Whether a message, or a piece of one, says that the model would not answer. */
export function isRefusal(message: WireObject | undefined): boolean {
  return (message?.text('refusal') ?? '') !== ''
}

function toolCall(call: WireObject, index: number): ReplyPart {
  const definition = call.object('function')
  return {
    type: 'tool-call',
    index,
    key: call.number('index'),
    id: call.text('id'),
    name: definition?.text('name'),
    arguments: jsonText(definition?.json('arguments')),
  }
}
