import type { StandardSchema } from '../standard-schema.ts'
import { Tool, type ToolOptions } from './tool.ts'

/** Makes a tool of a function and the schema of its arguments, whose types the function gets. */
export function tool<Input extends StandardSchema>(options: ToolOptions<Input>): Tool<Input> {
  return new Tool(options)
}
