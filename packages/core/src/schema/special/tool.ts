import { AbortError } from '../../errors/abort-error.ts'
import { InputError } from '../../errors/input-error.ts'
import { OckhamError } from '../../errors/ockham-error.ts'
import { ToolTimeoutError } from '../../errors/tool-timeout-error.ts'
import { untilAborted } from '../../internal/until-aborted.ts'
import type { JSONObject } from '../json-object.ts'
import type { StandardSchema } from '../standard-schema.ts'
import { readToolArguments } from './read-tool-arguments.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import {
  type ResolvedToolOptions,
  resolveToolOptions,
  type ToolArguments,
  type ToolContext,
  type ToolOptions,
} from './tool-options.ts'

/** A function that an LM may call (dspy.Tool). */
export class Tool<Input extends StandardSchema = StandardSchema> {
  static readonly '~standard': SpecialSchema<'Tool'> = specialSchema('Tool')
  readonly name: string
  declare readonly description?: string
  /** JSON Schema of the arguments. */
  readonly parameters: JSONObject
  readonly #run: (args: unknown, context: Partial<ToolContext>) => Promise<unknown>
  readonly #runs: boolean

  /** Throws `OptionError` for options that cannot be used. */
  constructor(options: ToolOptions<Input>) {
    const resolved = resolveToolOptions(options)
    this.name = resolved.name
    if (resolved.description !== undefined) this.description = resolved.description
    this.parameters = resolved.parameters
    this.#run = (args, context) => run(resolved, args, context)
    this.#runs = resolved.execute !== undefined
  }

  /** Whether it can be called; else it can only be told of. */
  get isRunnable(): boolean {
    return this.#runs
  }

  /**
   * Checks the arguments and runs the tool. Throws `InputError` when they do not fit, `ToolTimeoutError`,
   * `AbortError` as soon as the signal fires, and what the tool throws.
   */
  call(
    args: Readonly<Record<string, unknown>>,
    context: Partial<ToolContext> = {},
  ): Promise<unknown> {
    return this.#run(args, context)
  }
}

async function run<Input extends StandardSchema>(
  { name, input, execute, timeoutMs }: ResolvedToolOptions<Input>,
  args: unknown,
  { signal }: Partial<ToolContext>,
): Promise<unknown> {
  if (!execute) {
    throw new OckhamError(`The tool \`${name}\` has no \`execute\`, so it cannot be called.`)
  }
  if (signal?.aborted) throw new AbortError(signal.reason)
  const read = readToolArguments(input, args)
  if (!read.ok) throw new InputError(`The arguments of \`${name}\` do not fit: ${read.reason}.`, {})

  const stop = new AbortController()
  let reason: Error = new AbortError()
  const stopWith = (error: Error): void => {
    reason = error
    stop.abort(error)
  }
  const abort = (): void => stopWith(new AbortError(signal?.reason))
  signal?.addEventListener('abort', abort)
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => stopWith(new ToolTimeoutError(name, timeoutMs)), timeoutMs)
  // What the schema gave has the type that the schema says.
  const work = async (): Promise<unknown> =>
    execute(read.value as ToolArguments<Input>, { signal: stop.signal })
  try {
    return await untilAborted(work(), stop.signal, () => reason)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
