import type { LMMessage } from '@ockham/core'

/** An output field of a made-up task; `note` is what the structure section demands of it. */
export interface PromptField {
  name: string
  type: string
  note?: string
  description?: string
}

/** A task whose prompt is rendered for a test. */
export interface PromptSpec {
  inputs: readonly string[]
  outputs: readonly PromptField[]
  instructions?: string
  demos?: readonly Readonly<Record<string, string>>[]
}

type Values = Readonly<Record<string, string>>

/** The messages of a task in the chat markup. */
export function renderChat(spec: PromptSpec, values: Values): LMMessage[] {
  const marks = (names: readonly string[], from: Values): string =>
    names.map((name) => `[[ ## ${name} ## ]]\n${from[name] ?? ''}`).join('\n\n')
  const structure = [
    ...spec.inputs.map((name) => `[[ ## ${name} ## ]]\n{${name}}`),
    ...spec.outputs.map((field) => `[[ ## ${field.name} ## ]]\n${placeholder(field)}`),
    '[[ ## completed ## ]]',
  ]
  const names = spec.outputs.map(({ name }) => name)
  const asked = names.map((name) => `\`[[ ## ${name} ## ]]\``).join(', then ')
  return [
    system(spec, structure.join('\n\n')),
    ...(spec.demos ?? []).flatMap((demo): LMMessage[] => [
      { role: 'user', content: marks(spec.inputs, demo) },
      { role: 'assistant', content: `${marks(names, demo)}\n\n[[ ## completed ## ]]\n` },
    ]),
    {
      role: 'user',
      content: `${marks(spec.inputs, values)}\n\nRespond with the corresponding output fields, starting with the field ${asked}, and then ending with the marker for \`[[ ## completed ## ]]\`.`,
    },
  ]
}

/** The messages of a task in the JSON markup; demonstrations' values are taken as strings. */
export function renderJSON(spec: PromptSpec, values: Values): LMMessage[] {
  const given = (from: Values): string =>
    spec.inputs.map((name) => `[[ ## ${name} ## ]]\n${from[name] ?? ''}`).join('\n\n')
  const blocks = spec.inputs.map((name) => `[[ ## ${name} ## ]]\n{${name}}`).join('\n\n')
  const fields = Object.fromEntries(spec.outputs.map((one) => [one.name, placeholder(one)]))
  const structure = `Inputs will have the following structure:\n\n${blocks}\n\nOutputs will be a JSON object with the following fields.\n\n${JSON.stringify(fields, null, 2)}`
  const asked = spec.outputs.map(({ name }) => `\`${name}\``).join(', then ')
  return [
    system(spec, structure),
    ...(spec.demos ?? []).flatMap((demo): LMMessage[] => [
      { role: 'user', content: given(demo) },
      {
        role: 'assistant',
        content: JSON.stringify(
          Object.fromEntries(spec.outputs.map(({ name }) => [name, demo[name]])),
          null,
          2,
        ),
      },
    ]),
    {
      role: 'user',
      content: `${given(values)}\n\nRespond with a JSON object in the following order of fields: ${asked}.`,
    },
  ]
}

function system(spec: PromptSpec, structure: string): LMMessage {
  const inputs = spec.inputs.map((name, at) => `${at + 1}. \`${name}\` (str): `)
  const outputs = spec.outputs.map(
    ({ name, type, description = '' }, at) => `${at + 1}. \`${name}\` (${type}): ${description}`,
  )
  const list = `Your input fields are:\n${inputs.join('\n').trim()}\nYour output fields are:\n${outputs.join('\n').trim()}`
  const intro =
    'All interactions will be structured in the following way, with the appropriate values filled in.'
  const objective = (spec.instructions ?? 'Answer.').replace(/^/gm, '        ')
  return {
    role: 'system',
    content: `${list}\n${intro}\n\n${structure}\nIn adhering to this structure, your objective is: \n${objective}`,
  }
}

function placeholder({ name, note }: PromptField): string {
  return note === undefined ? `{${name}}` : `{${name}}        # note: the value you produce ${note}`
}
