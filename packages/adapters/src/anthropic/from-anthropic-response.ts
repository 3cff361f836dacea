import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { anthropicFinish } from './anthropic-finish.ts'
import { anthropicUsage } from './anthropic-usage.ts'
import { fromAnthropicBlock } from './from-anthropic-block.ts'

/** The parts of a message in one piece; throws when it reports an error or holds no message. */
export function fromAnthropicResponse(message: WireObject): ReplyPart[] {
  if (message.has('error')) throw new VendorFailure(factsFromBody(message.json('error')))
  if (!Array.isArray(message.json('content'))) throw new Error('`content` is missing.')
  const blocks = message.objects('content')
  const reason = anthropicFinish(message)
  return [
    ...blocks.flatMap((block, position) => fromAnthropicBlock(block, position, false)),
    ...(reason.length > 0 ? reason : [{ type: 'finish', index: 0, reason: 'stop' } as const]),
    ...anthropicUsage(message),
    { type: 'end' },
  ]
}
