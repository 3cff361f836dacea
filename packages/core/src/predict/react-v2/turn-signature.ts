import { SignatureError } from '../../errors/signature-error.ts'
import { allowsNone } from '../../schema/coerce/allows-none.ts'
import type { SpecialTypes } from '../../schema/special/special-types.ts'
import type { Tool } from '../../schema/special/tool.ts'
import type { Field } from '../../signature/field.ts'
import { Signature } from '../../signature/signature.ts'

/** What one turn of ReActV2 says. */
export interface ReActTurn {
  next_thought: string
  tool_calls: SpecialTypes['ToolCalls']
}

const ownInputs: readonly Field[] = [
  { name: 'history', side: 'input', type: { kind: 'special', name: 'History' } },
  { name: 'tools', side: 'input', type: { kind: 'list', item: { kind: 'special', name: 'Tool' } } },
]
const ownOutputs: readonly Field[] = [
  { name: 'next_thought', side: 'output', type: { kind: 'special', name: 'Reasoning' } },
  { name: 'tool_calls', side: 'output', type: { kind: 'special', name: 'ToolCalls' } },
]
const ownNames: readonly string[] = [
  ...[...ownInputs, ...ownOutputs].map(({ name }) => name),
  'terminationReason',
  'trajectory',
]

/**
 * The signature of a turn: the task's inputs, the turns so far and the tools in, a thought and tool calls
 * out. Throws `SignatureError` for a task with a field that the agent has itself.
 */
export function turnSignature(
  task: Signature,
  tools: readonly Tool[],
): Signature<object, ReActTurn> {
  for (const { name } of [...task.inputFields, ...task.outputFields]) {
    if (!ownNames.includes(name)) continue
    throw new SignatureError(`ReActV2 has a field \`${name}\` of its own; rename yours.`, name)
  }
  const fields = [...task.inputFields.map(asOptional), ...ownInputs, ...ownOutputs]
  return new Signature({ instructions: instructions(task, tools), fields })
}

// An input is told once, in the first turn; later prompts have it in their history.
function asOptional({ name, side, type, description }: Field): Field {
  return {
    name,
    side,
    type: allowsNone(type) ? type : { kind: 'union', options: [type, { kind: 'none' }] },
    ...(description === undefined ? {} : { description }),
  }
}

function instructions(task: Signature, tools: readonly Tool[]): string {
  const quoted = (named: readonly { name: string }[]): string =>
    named.map(({ name }) => `\`${name}\``).join(', ')
  const outputs = quoted(task.outputFields)
  return [
    task.instructions,
    '',
    `You work as an agent: with the help of tools you produce ${outputs} from ${quoted(task.inputFields)}.`,
    'Call tools for what you need to know, several at once where none needs the result of another. Where a result reports an error, do what it advises.',
    `As soon as the result is known, call \`submit\` with ${outputs}; only that ends the task.`,
    `The tools: ${quoted(tools)}.`,
  ].join('\n')
}
