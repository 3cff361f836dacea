import { isRecord } from '../../internal/is-record.ts'
import { readSpecial } from '../../schema/special/read-special.ts'
import { specialForms } from '../../schema/special/special-forms.ts'
import type { Conversation } from './conversation.ts'

/**
 * The turns in view as values that prompts tell of by their names: fields and thoughts as `question_0`, and
 * tool calls as in a trajectory. This run's inputs are not among them: a prompt has those itself.
 */
export function toldTurns({ messages, view, before, inputs }: Conversation): object {
  const told: Record<string, unknown> = {}
  for (const [turn, message] of messages.entries()) {
    if (turn < view.dropped) continue
    for (const [name, value] of Object.entries(message)) {
      if (turn === before && Object.hasOwn(inputs, name)) continue
      if (isRecord(value) && 'toolCalls' in value) tellCalls(value, turn)
      else told[`${name}_${turn}`] = value
    }
  }
  return told

  function tellCalls(value: unknown, turn: number): void {
    if (!specialForms.ToolCalls.read(value).ok) return
    const { toolCalls, toolCallResults = [] } = readSpecial('ToolCalls', value)
    for (const [index, { name, args }] of toolCalls.entries()) {
      told[`tool_name_${turn}_${index}`] = name
      told[`tool_args_${turn}_${index}`] = args
      told[`observation_${turn}_${index}`] = toolCallResults[index]?.value ?? null
    }
  }
}
