import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

const index = 0

/** The parts of one whole output item. */
export function fromResponseItem(item: WireObject, key: number): ReplyPart[] {
  switch (item.text('type')) {
    case 'message':
      return item.objects('content').flatMap(fromContent)
    case 'function_call':
      return [
        {
          type: 'tool-call',
          index,
          key,
          id: item.text('call_id'),
          name: item.text('name'),
          arguments: jsonText(item.json('arguments')),
        },
      ]
    case 'reasoning': {
      const texts = [...item.objects('summary'), ...item.objects('content')]
      const text = texts.map((part) => part.text('text') ?? '').join('\n\n')
      return [{ type: 'reasoning', index, text }]
    }
    default:
      return []
  }
}

/** Whether an item says that the model would not answer. */
export function isRefusal(item: WireObject): boolean {
  return item.objects('content').some((content) => content.text('type') === 'refusal')
}

function fromContent(content: WireObject): ReplyPart[] {
  const text = content.text('text') ?? content.text('refusal') ?? ''
  const logprobs = content.json('logprobs')
  const hasLogprobs = Array.isArray(logprobs) && logprobs.length > 0
  return [
    { type: 'text', index, text },
    ...(hasLogprobs ? [{ type: 'logprobs', index, logprobs } as const] : []),
  ]
}
