import type { JSONValue } from '../schema/json-value.ts'

/** A tool the model may call; `parameters` is a JSON Schema. */
export interface LMTool {
  name: string
  description?: string
  parameters: { [key: string]: JSONValue }
}

/** A call the model asks for; `arguments` is the JSON text as the model wrote it. */
export interface LMToolCall {
  id: string
  name: string
  arguments: string
}
