import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** A tool call, or the piece of one that an event holds; `key` is its place among the calls. */
export function cohereToolCall(call: WireObject | undefined, key: number | undefined): ReplyPart[] {
  const definition = call?.object('function')
  if (!call || !definition) return []
  const [id, name] = [call.text('id'), definition.text('name')]
  const json = jsonText(definition.json('arguments'))
  // What a tool without parameters is called with.
  const text = json === 'null' ? undefined : json
  return [{ type: 'tool-call', index: 0, key, id, name, arguments: text }]
}
