import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { anthropicStopReason } from './anthropic-stop-reason.ts'
import { anthropicUsage } from './anthropic-usage.ts'

/** The parts of one event of a streamed message; throws when the event reports an error. */
export function fromAnthropicEvent(event: WireObject): ReplyPart[] {
  switch (event.text('type')) {
    case 'message_start':
      return usage(event.object('message'))
    case 'content_block_start':
      return fromBlock(event.object('content_block'), event.number('index'), true)
    case 'content_block_delta':
      return fromDelta(event.object('delta'), event.number('index'))
    case 'message_delta':
      return [...finish(event.object('delta')), ...usage(event)]
    case 'message_stop':
      return [{ type: 'end' }]
    case 'error':
      throw new VendorFailure(factsFromBody(event.json('error')))
    default:
      return []
  }
}

/** The parts of a content block; the input of a streamed tool call follows in pieces. */
export function fromBlock(
  block: WireObject | undefined,
  key: number | undefined,
  streamed: boolean,
): ReplyPart[] {
  switch (block?.text('type')) {
    case 'text':
      return [{ type: 'text', index: 0, text: block.text('text') ?? '' }]
    case 'thinking':
      return [{ type: 'reasoning', index: 0, text: block.text('thinking') ?? '' }]
    case 'tool_use': {
      const input = streamed ? undefined : jsonText(block.json('input'))
      return [toolCall(key, { id: block.text('id'), name: block.text('name'), arguments: input })]
    }
    default:
      return []
  }
}

/** The usage and the stop reason a message carries. */
export function usage(holder: WireObject | undefined): ReplyPart[] {
  const reported = holder?.object('usage')
  return reported ? [{ type: 'usage', usage: anthropicUsage(reported) }] : []
}

export function finish(holder: WireObject | undefined): ReplyPart[] {
  const reason = holder?.text('stop_reason')
  return reason ? [{ type: 'finish', index: 0, reason: anthropicStopReason(reason) }] : []
}

function fromDelta(delta: WireObject | undefined, key: number | undefined): ReplyPart[] {
  switch (delta?.text('type')) {
    case 'text_delta':
      return [{ type: 'text', index: 0, text: delta.text('text') ?? '' }]
    case 'thinking_delta':
      return [{ type: 'reasoning', index: 0, text: delta.text('thinking') ?? '' }]
    case 'input_json_delta':
      return [toolCall(key, { id: undefined, name: undefined, arguments: delta.text('partial_json') })]
    default:
      return []
  }
}

function toolCall(
  key: number | undefined,
  piece: { id: string | undefined; name: string | undefined; arguments: string | undefined },
): ReplyPart {
  return { type: 'tool-call', index: 0, key, ...piece }
}
