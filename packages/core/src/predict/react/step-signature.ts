import { specialForms } from '../../schema/special/special-forms.ts'
import type { Tool } from '../../schema/special/tool.ts'
import type { Signature } from '../../signature/signature.ts'

/** What one step of ReAct says. */
export interface ReActStep {
  next_thought: string
  next_tool_name: string
  next_tool_args: Record<string, unknown>
}

/** The signature of a step: the task's inputs and the trajectory in, a thought and a tool call out. */
export function stepSignature(
  task: Signature,
  tools: readonly Tool[],
): Signature<object, ReActStep> {
  const choice = { kind: 'literal', values: tools.map(({ name }) => name) } as const
  let step: Signature = task.withInstructions(instructions(task, tools))
  for (const { name } of task.outputFields) step = step.delete(name)
  step = step
    .append('trajectory', { side: 'input', type: 'str' })
    .append('next_thought', 'str')
    .append('next_tool_name', { name: 'next_tool_name', side: 'output', type: choice })
    .append('next_tool_args', 'dict[str, Any]')
  return step as Signature<object, ReActStep> // the outputs are those of the lines above
}

function instructions(task: Signature, tools: readonly Tool[]): string {
  const quoted = (fields: readonly { name: string }[]): string =>
    fields.map(({ name }) => `\`${name}\``).join(', ')
  const [inputs, outputs] = [quoted(task.inputFields), quoted(task.outputFields)]
  return [
    task.instructions,
    '',
    `You work as an agent: with the help of tools you find out, step by step, what it takes to produce ${outputs} from ${inputs}. The steps so far stand in \`trajectory\`: each thought, the tool that was called, its arguments, and the observation, which is what came of it.`,
    '',
    'Write the next step. In `next_thought`, say what is known by now and what is still missing. In `next_tool_name`, choose one tool; in `next_tool_args`, give its arguments as a JSON object, {} for none. Where an observation reports an error, do what it advises.',
    '',
    'The tools:',
    ...tools.map((tool, index) => `(${index + 1}) ${specialForms.Tool.write(tool)}`),
  ].join('\n')
}
