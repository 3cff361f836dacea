import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { aiSDKFinish } from './ai-sdk-finish.ts'
import { aiSDKUsage } from './ai-sdk-usage.ts'

/** The parts of what `doGenerate` gave. */
export function fromAISDKResult(result: WireObject): ReplyPart[] {
  const content = result.objects('content')
  return [
    ...content.flatMap((part, key) => fromContent(part, key)),
    { type: 'finish', index: 0, reason: aiSDKFinish(result) ?? 'stop' },
    ...aiSDKUsage(result),
    { type: 'end' },
  ]
}

function fromContent(part: WireObject, key: number): ReplyPart[] {
  const index = 0
  switch (part.text('type')) {
    case 'text':
      return [{ type: 'text', index, text: part.text('text') ?? '' }]
    case 'reasoning':
      return [{ type: 'reasoning', index, text: part.text('text') ?? '' }]
    case 'tool-call': {
      // The provider answers its own tools itself.
      if (part.flag('providerExecuted')) return []
      const json = jsonText(part.json('input'))
      const [id, name] = [part.text('toolCallId'), part.text('toolName')]
      return [{ type: 'tool-call', index, key, id, name, arguments: json }]
    }
    default:
      return []
  }
}
