import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { cohereFinish } from './cohere-finish.ts'
import { cohereToolCall } from './cohere-tool-call.ts'
import { cohereUsage } from './cohere-usage.ts'

/** The parts of one event of a streamed message; throws when the event reports an error. */
export function fromCohereEvent(event: WireObject, name?: string): ReplyPart[] {
  const delta = event.object('delta')
  const message = delta?.object('message')
  const type = event.text('type') ?? name
  switch (type) {
    case 'content-start':
    case 'content-delta':
      return fromContent(message?.object('content'))
    case 'tool-plan-delta':
      return [{ type: 'reasoning', index: 0, text: message?.text('tool_plan') ?? '' }]
    case 'tool-call-start':
    case 'tool-call-delta':
      return cohereToolCall(message?.object('tool_calls'), event.number('index'))
    case 'message-end':
      return [...cohereFinish(delta), ...cohereUsage(delta), { type: 'end' }]
    default:
      if (!event.has('error')) return []
      throw new VendorFailure(factsFromBody(event.json('error')))
  }
}

function fromContent(content: WireObject | undefined): ReplyPart[] {
  return [
    { type: 'reasoning', index: 0, text: content?.text('thinking') ?? '' },
    { type: 'text', index: 0, text: content?.text('text') ?? '' },
  ]
}
