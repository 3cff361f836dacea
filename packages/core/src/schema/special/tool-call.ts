import { OckhamError } from '../../errors/ockham-error.ts'
import { readSpecial } from './read-special.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import type { SpecialTypes } from './special-types.ts'
import type { Tool } from './tool.ts'

/** One call of a tool that an LM asks for (dspy.ToolCalls.ToolCall). */
export class ToolCall {
  static readonly '~standard': SpecialSchema<'ToolCall'> = specialSchema('ToolCall')
  /** The vendor's id of the call, which its result refers to. */
  declare readonly id?: string
  readonly name: string
  readonly args: Record<string, unknown>

  /** Reads the vendors' shapes too; throws `InputError` for anything else. */
  constructor(source: SpecialTypes['ToolCall']) {
    const { id, name, args } = readSpecial('ToolCall', source)
    if (id !== undefined) this.id = id
    this.name = name
    this.args = args
  }

  /** Calls the tool of that name; throws `OckhamError` when there is none. */
  async execute(tools: readonly Tool[]): Promise<unknown> {
    const tool = tools.find(({ name }) => name === this.name)
    if (tool) return tool.call(this.args)
    throw new OckhamError(
      `There is no tool \`${this.name}\`; the tools are: ${tools.map(({ name }) => name).join(', ')}.`,
    )
  }
}
