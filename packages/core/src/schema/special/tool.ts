import { InputError } from '../../errors/input-error.ts'
import { checkSchema } from '../coerce/check-schema.ts'
import type { JSONObject } from '../json-object.ts'
import type { SchemaOutput, StandardSchema } from '../standard-schema.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import { toolParameters } from './tool-parameters.ts'

/** What a tool may know of the call it is part of. */
export interface ToolContext {
  /** Fires when the call is of no use any more: aborted, or out of time. */
  readonly signal?: AbortSignal
}

/** What a tool is made of; `input` is the schema of its arguments, `parameters` the same as JSON Schema. */
export interface ToolOptions<Input extends StandardSchema> {
  readonly name: string
  readonly description?: string
  readonly input?: Input
  readonly parameters?: JSONObject
  /** Does the work; without it the tool can only be told of. */
  readonly execute?: (args: SchemaOutput<Input>, context: ToolContext) => unknown
  /** A call that takes longer fails. Default: no limit. */
  readonly timeoutMs?: number
}

/** A function that an LM may call (dspy.Tool). */
export class Tool<Input extends StandardSchema = StandardSchema> {
  static readonly '~standard': SpecialSchema<'Tool'> = specialSchema('Tool')
  readonly name: string
  declare readonly description?: string
  /** JSON Schema of the arguments. */
  readonly parameters: JSONObject
  readonly #run: (args: unknown, context: ToolContext) => unknown

  constructor(options: ToolOptions<Input>) {
    this.name = options.name
    if (options.description !== undefined) this.description = options.description
    this.parameters = options.parameters ?? toolParameters(options.input)
    this.#run = (args, context) => run(options, args, context)
  }

  /** Checks the arguments and runs the tool; throws `InputError` when they do not fit or it cannot run. */
  async call(args: Readonly<Record<string, unknown>>, context: ToolContext = {}): Promise<unknown> {
    return this.#run(args, context)
  }
}

function run<Input extends StandardSchema>(
  options: ToolOptions<Input>,
  args: unknown,
  context: ToolContext,
): unknown {
  const { name, execute, input } = options
  if (!execute) {
    throw new InputError(`The tool \`${name}\` has no \`execute\`, so it cannot be called.`, {})
  }
  const checked = checkSchema(input, args)
  if (checked.ok) return execute(checked.value as SchemaOutput<Input>, context) // what the schema gave
  throw new InputError(`The arguments of \`${name}\` do not fit: ${checked.reason}.`, {})
}
