import type { StandardSchema } from '../standard-schema.ts'
import { Tool } from './tool.ts'
import type { ToolFunction, ToolOptions } from './tool-options.ts'

/** What a function does not say of itself as a tool; `name` is the function's unless given. */
export interface FunctionToolOptions<Input extends StandardSchema>
  extends Omit<ToolOptions<Input>, 'name' | 'execute'> {
  readonly name?: string
}

/**
 * Makes a tool of a function and the schema of its arguments, whose types the function gets. Throws
 * `OptionError` for a function without a name, unless one is given.
 */
export function tool<Input extends StandardSchema = StandardSchema>(
  execute: ToolFunction<Input>,
  options: FunctionToolOptions<Input>,
): Tool<Input>
export function tool<Input extends StandardSchema = StandardSchema>(
  options: ToolOptions<Input>,
): Tool<Input>
export function tool<Input extends StandardSchema>(
  given: ToolFunction<Input> | ToolOptions<Input>,
  options: FunctionToolOptions<Input> = {},
): Tool<Input> {
  if (typeof given !== 'function') return new Tool(given)
  return new Tool({ ...options, name: options.name ?? given.name, execute: given })
}
