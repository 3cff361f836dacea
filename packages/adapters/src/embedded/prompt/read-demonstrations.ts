import type { JSONValue, LMMessage } from '@ockham/core'
import { isJSONObject } from '../shape/json-object.ts'
import { parseJSON } from '../shape/parse-json.ts'
import { messageText } from './message-text.ts'
import { readBlocks } from './read-blocks.ts'
import { readValue } from './read-value.ts'
import type { Demonstration, OutputField, Wire } from './task.ts'

const absent = /^Not supplied for this (particular example|conversation history message)\.\s*$/

/** The solved examples among the messages: each user turn that an assistant turn answers. */
export function readDemonstrations(
  messages: readonly LMMessage[],
  inputs: readonly string[],
  outputs: readonly OutputField[],
  wire: Wire,
): Demonstration[] {
  const found: Demonstration[] = []
  for (const [at, message] of messages.entries()) {
    const before = messages[at - 1]
    if (message.role !== 'assistant' || before?.role !== 'user') continue
    const demonstration = {
      inputs: readBlocks(messageText(before), inputs, wire),
      outputs: readOutputs(messageText(message), outputs, wire),
    }
    if (demonstration.inputs.size > 0 && demonstration.outputs.size > 0) found.push(demonstration)
  }
  return found
}

function readOutputs(
  text: string,
  fields: readonly OutputField[],
  wire: Wire,
): Map<string, JSONValue> {
  const values = new Map<string, JSONValue>()
  const object = wire === 'json' ? parseJSON(text) : undefined
  const names = fields.map((field) => field.name)
  const blocks = wire === 'json' ? undefined : readBlocks(text, names, wire)
  for (const { name, shape } of fields) {
    const block = blocks?.get(name)
    const value = isJSONObject(object)
      ? object[name]
      : block === undefined
        ? undefined
        : readValue(block, shape)
    if (value === undefined || (typeof value === 'string' && absent.test(value))) continue
    values.set(name, value)
  }
  return values
}
