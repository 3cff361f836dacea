import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { fromResponseItem, isRefusal } from './from-response-item.ts'
import { responsesEnd } from './responses-end.ts'

/** The parts of a response in one piece; throws when it reports an error or holds no answer. */
export function fromResponse(response: WireObject): ReplyPart[] {
  const items = response.objects('output')
  const end = responsesEnd(response, items.some(isRefusal))
  const parts = items.flatMap(fromResponseItem)
  const says = parts.some((part) => part.type === 'text' || part.type === 'tool-call')
  if (!says && response.text('status') !== 'incomplete') {
    throw new Error('the response holds no output.')
  }
  return [...parts, ...end]
}
