import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { anthropicCitation } from './anthropic-citation.ts'

/** The parts of a content block; the input of a streamed tool call follows in pieces of its own. */
export function fromAnthropicBlock(
  block: WireObject | undefined,
  key: number | undefined,
  streamed: boolean,
): ReplyPart[] {
  switch (block?.text('type')) {
    case 'text':
      return [
        { type: 'text', index: 0, text: block.text('text') ?? '' },
        ...block.objects('citations').flatMap(anthropicCitation),
      ]
    case 'thinking':
      return [{ type: 'reasoning', index: 0, text: block.text('thinking') ?? '' }]
    case 'tool_use':
      return [
        {
          type: 'tool-call',
          index: 0,
          key,
          id: block.text('id'),
          name: block.text('name'),
          arguments: streamed ? undefined : jsonText(block.json('input')),
        },
      ]
    default:
      return []
  }
}
