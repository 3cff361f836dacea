import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { aiSDKFinish } from './ai-sdk-finish.ts'
import { aiSDKUsage } from './ai-sdk-usage.ts'
import { fromAISDKErrorPart } from './from-ai-sdk-error-part.ts'

/** Translates the parts of one stream; remembers which tool calls were told piece by piece. */
export class FromAISDKStream {
  readonly #calls = new Map<string, { key: number; inPieces: boolean; isTheirs: boolean }>()

  /** Throws what a part of the type error says. */
  parts(part: WireObject): ReplyPart[] {
    const index = 0
    switch (part.text('type')) {
      case 'text-delta':
        return [{ type: 'text', index, text: part.text('delta') ?? '' }]
      case 'reasoning-delta':
        return [{ type: 'reasoning', index, text: part.text('delta') ?? '' }]
      case 'tool-input-start':
        return this.#call(part, part.text('id') ?? '', undefined)
      case 'tool-input-delta':
        return this.#piece(part.text('id') ?? '', part.text('delta') ?? '')
      case 'tool-call':
        return this.#whole(part)
      case 'finish':
        return finish(part)
      case 'error':
        return fromAISDKErrorPart(part)
      default:
        return []
    }
  }

  #call(part: WireObject, id: string, json: string | undefined): ReplyPart[] {
    // The provider answers its own tools itself.
    const isTheirs = part.flag('providerExecuted')
    const key = this.#calls.size
    this.#calls.set(id, { key, inPieces: false, isTheirs })
    if (isTheirs) return []
    return [{ type: 'tool-call', index: 0, key, id, name: part.text('toolName'), arguments: json }]
  }

  #piece(id: string, json: string): ReplyPart[] {
    const call = this.#calls.get(id)
    if (!call || call.isTheirs || json === '') return []
    call.inPieces = true
    return [{ type: 'tool-call', index: 0, key: call.key, id, name: undefined, arguments: json }]
  }

  #whole(part: WireObject): ReplyPart[] {
    const id = part.text('toolCallId') ?? ''
    const json = jsonText(part.json('input')) ?? ''
    const call = this.#calls.get(id)
    if (!call) return this.#call(part, id, json)
    return call.inPieces ? [] : this.#piece(id, json)
  }
}

function finish(part: WireObject): ReplyPart[] {
  const reason = aiSDKFinish(part)
  const usage = aiSDKUsage(part)
  if (reason === undefined) return usage
  return [{ type: 'finish', index: 0, reason }, ...usage, { type: 'end' }]
}
