import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { anthropicCitation } from './anthropic-citation.ts'
import { anthropicFinish } from './anthropic-finish.ts'
import { anthropicUsage } from './anthropic-usage.ts'
import { fromAnthropicBlock } from './from-anthropic-block.ts'

/** The parts of one event of a streamed message; throws when the event reports an error. */
export function fromAnthropicEvent(event: WireObject, name?: string): ReplyPart[] {
  switch (event.text('type') ?? name) {
    case 'message_start':
      return anthropicUsage(event.object('message'))
    case 'content_block_start':
      return fromAnthropicBlock(event.object('content_block'), event.number('index'), true)
    case 'content_block_delta':
      return fromDelta(event.object('delta'), event.number('index'))
    case 'message_delta':
      return [...anthropicFinish(event.object('delta')), ...anthropicUsage(event)]
    case 'message_stop':
      return [{ type: 'end' }]
    case 'error':
      throw new VendorFailure(factsFromBody(event.json('error')))
    default:
      return []
  }
}

function fromDelta(delta: WireObject | undefined, key: number | undefined): ReplyPart[] {
  switch (delta?.text('type')) {
    case 'text_delta':
      return [{ type: 'text', index: 0, text: delta.text('text') ?? '' }]
    case 'thinking_delta':
      return [{ type: 'reasoning', index: 0, text: delta.text('thinking') ?? '' }]
    case 'citations_delta': {
      const citation = delta.object('citation')
      return citation ? anthropicCitation(citation) : []
    }
    case 'input_json_delta': {
      const json = delta.text('partial_json')
      return [{ type: 'tool-call', index: 0, key, id: undefined, name: undefined, arguments: json }]
    }
    default:
      return []
  }
}
