import { OptionError } from '../../errors/option-error.ts'
import type { JSONObject } from '../json-object.ts'
import type { SchemaOutput, StandardSchema } from '../standard-schema.ts'
import { toolParameters } from './tool-parameters.ts'

/** What a tool may know of the call it is part of. */
export interface ToolContext {
  /** Fires when the call is of no use any more: aborted, or out of time. */
  readonly signal: AbortSignal
}

/** The arguments a tool gets: what its schema makes of them, or whatever the LM wrote. */
export type ToolArguments<Input extends StandardSchema> =
  unknown extends SchemaOutput<Input> ? Record<string, unknown> : SchemaOutput<Input>

/** What does a tool's work, at once or with a promise. */
export type ToolFunction<Input extends StandardSchema> = (
  args: ToolArguments<Input>,
  context: ToolContext,
) => unknown

/** What a tool is made of; `input` is the schema of its arguments, `parameters` the same as JSON Schema. */
export interface ToolOptions<Input extends StandardSchema = StandardSchema> {
  readonly name: string
  readonly description?: string
  readonly input?: Input
  readonly parameters?: JSONObject
  /** Does the work; without it the tool can only be told of. */
  readonly execute?: ToolFunction<Input>
  /** Milliseconds after which a call fails with `ToolTimeoutError`. Default: no limit. */
  readonly timeoutMs?: number
}

/** A tool's options, checked, with its parameters. */
export interface ResolvedToolOptions<Input extends StandardSchema> extends ToolOptions<Input> {
  readonly parameters: JSONObject
}

const longestTimeoutMs = 2 ** 31 - 1

/** Tells the parameters of the input; throws `OptionError` for a tool without a name, and for no time at all. */
export function resolveToolOptions<Input extends StandardSchema>(
  options: ToolOptions<Input>,
): ResolvedToolOptions<Input> {
  const { name, input, parameters, timeoutMs } = options
  if (typeof name !== 'string' || name === '') {
    throw new OptionError('name', 'must be a text by which the LM can call the tool.')
  }
  if (timeoutMs !== undefined && !(timeoutMs > 0 && timeoutMs <= longestTimeoutMs)) {
    throw new OptionError('timeoutMs', `must be milliseconds from 1 to ${longestTimeoutMs}.`)
  }
  return { ...options, parameters: parameters ?? toolParameters(input) }
}
