import type { LMStreamEvent, LMToolCall } from '@ockham/core'
import type { ReplyPart } from './reply-part.ts'

type ToolCallPart = Extract<ReplyPart, { type: 'tool-call' }>
type ToolCallDelta = Extract<LMStreamEvent, { type: 'tool-call-delta' }>

interface Call {
  key: number | undefined
  id: string
  name: string
  arguments: string
  /** The latest piece of the arguments. */
  tail: string
}

/** Puts the tool calls of one completion together from their pieces. */
export class ToolCallAssembler {
  readonly #calls: Call[] = []

  /** Takes a piece and returns the event that tells it on. */
  add(part: ToolCallPart): ToolCallDelta {
    const position = this.#position(part)
    const call = this.#calls[position]
    const event: ToolCallDelta = { type: 'tool-call-delta', index: part.index, call: position }
    if (call === undefined) {
      const { key, id = '', name = '' } = part
      const text = part.arguments ?? ''
      this.#calls.push({ key, id, name, arguments: text, tail: text })
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
      call.tail = part.arguments || call.tail
    }
    if (part.arguments) event.arguments = part.arguments
    return event
  }

  /** The calls so far; each has an id of its own, and one without arguments gets `{}`. */
  calls(): LMToolCall[] {
    const ids = new Set<string>()
    return this.#calls.map(({ id, name, arguments: text }, position) => {
      // Answers name the call they belong to, so two calls of one id would get one answer.
      const own = id === '' || ids.has(id) ? `${id || 'call'}_${position}` : id
      ids.add(own)
      return { id: own, name, arguments: isNothing(text) ? '{}' : text }
    })
  }

  /** The arguments of every call are complete JSON. */
  get closed(): boolean {
    return this.#calls.every((call) => isJSON(call.arguments))
  }

  #position(part: ToolCallPart): number {
    const next = this.#calls.length
    const found = this.#found(part)
    const call = this.#calls[found]
    // Another id under the same key is another call: some servers number every call 0.
    const isOther = call !== undefined && part.id && call.id !== '' && call.id !== part.id
    return call === undefined || isOther ? next : found
  }

  #found({ key, id, name }: ToolCallPart): number {
    if (key !== undefined) return this.#calls.findLastIndex((call) => call.key === key)
    if (id) return this.#calls.findLastIndex((call) => call.id === id)
    const last = this.#calls.at(-1)
    // With nothing to tell calls apart, a name after complete arguments begins another one.
    const isOther = name && last?.tail.trimEnd().endsWith('}') && isJSON(last.arguments)
    return isOther ? -1 : this.#calls.length - 1
  }
}

function isNothing(text: string): boolean {
  const trimmed = text.trim()
  return trimmed === '' || trimmed === 'null'
}

function isJSON(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
