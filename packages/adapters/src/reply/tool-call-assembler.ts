import type { LMStreamEvent, LMToolCall } from '@ockham/core'
import type { ReplyPart } from './reply-part.ts'

type ToolCallPart = Extract<ReplyPart, { type: 'tool-call' }>
type ToolCallDelta = Extract<LMStreamEvent, { type: 'tool-call-delta' }>

/** Puts the tool calls of one completion together from their pieces. */
export class ToolCallAssembler {
  readonly #calls: { key: number | undefined; id: string; name: string; arguments: string }[] = []

  /** Takes a piece and returns the event that tells it on. */
  add(part: ToolCallPart): ToolCallDelta {
    const position = this.#position(part)
    const call = this.#calls[position]
    const event: ToolCallDelta = { type: 'tool-call-delta', index: part.index, call: position }
    if (call === undefined) {
      const { key, id = '', name = '' } = part
      this.#calls.push({ key, id, name, arguments: part.arguments ?? '' })
      if (id !== '') event.id = id
      if (name !== '') event.name = name
    } else {
      if (part.id && call.id === '') {
        call.id = part.id
        event.id = part.id
      }
      // Some servers repeat the whole name with every piece.
      if (part.name && part.name !== call.name) {
        call.name += part.name
        event.name = part.name
      }
      call.arguments += part.arguments ?? ''
    }
    if (part.arguments) event.arguments = part.arguments
    return event
  }

  /** The calls so far; a call without an id gets one, and one without arguments gets `{}`. */
  calls(): LMToolCall[] {
    return this.#calls.map(({ id, name, arguments: text }, position) => ({
      id: id === '' ? `call_${position}` : id,
      name,
      arguments: text.trim() === '' ? '{}' : text,
    }))
  }

  /** The arguments of every call are complete JSON. */
  get closed(): boolean {
    return this.#calls.every((call) => isJSON(call.arguments))
  }

  #position({ key, id }: ToolCallPart): number {
    const last = this.#calls.length - 1
    const found =
      key === undefined
        ? id
          ? this.#calls.findLastIndex((call) => call.id === id)
          : last
        : this.#calls.findLastIndex((call) => call.key === key)
    const call = this.#calls[found]
    // Another id under the same key is another call: some servers number every call 0.
    const isOther = call !== undefined && id && call.id !== '' && call.id !== id
    return call === undefined || isOther ? last + 1 : found
  }
}

function isJSON(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
