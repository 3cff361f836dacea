import { readSpecial } from './read-special.ts'
import { type SpecialSchema, specialSchema } from './special-schema.ts'
import type { SpecialTypes } from './special-types.ts'
import { ToolCall } from './tool-call.ts'

/** The tool calls that an LM asks for (dspy.ToolCalls). */
export class ToolCalls {
  static readonly '~standard': SpecialSchema<'ToolCalls'> = specialSchema('ToolCalls')
  readonly toolCalls: ToolCall[]
  /** What the calls gave, in their order, where a history tells of it. */
  declare readonly toolCallResults?: NonNullable<SpecialTypes['ToolCalls']['toolCallResults']>

  /** Reads one call, a list, and the vendors' shapes too; throws `InputError` for anything else. */
  constructor(source: SpecialTypes['ToolCalls'] | SpecialTypes['ToolCalls']['toolCalls']) {
    const { toolCalls, toolCallResults } = readSpecial('ToolCalls', source)
    this.toolCalls = toolCalls.map((call) => new ToolCall(call))
    if (toolCallResults) this.toolCallResults = toolCallResults
  }
}
