import { pythonStrip } from '../../internal/python-strip.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import { fieldList } from '../field-list.ts'
import { objective } from '../objective.ts'
import { outputNote } from '../output-note.ts'
import { perSignature } from '../per-signature.ts'
import { protocol } from '../protocol.ts'
import type { Template } from '../template.ts'
import { typeHint } from '../type-hint.ts'

/** What ChatAdapter says of a signature in every call. */
export const chatTemplate: (signature: Signature) => Template = perSignature((signature) => ({
  system: [fieldList(signature), structure(signature), objective(signature)].join('\n'),
  request: request(signature.outputFields),
}))

function structure(signature: Signature): string {
  return [
    protocol.structure,
    placeholders(signature.inputFields, () => ''),
    placeholders(signature.outputFields, ({ type }) => outputNote(type)),
    protocol.completed,
  ].join('\n\n')
}

function placeholders(fields: readonly Field[], note: (field: Field) => string): string {
  const written = fields.map(
    (field) => `${protocol.header(field.name)}\n{${field.name}}${note(field)}`,
  )
  return pythonStrip(written.join('\n\n'))
}

function request(fields: readonly Field[]): string {
  const listed = fields.map((field) => `\`${protocol.header(field.name)}\`${typeHint(field)}`)
  return `${protocol.chatRespond}${listed.join(', then ')}${protocol.chatEnd}`
}
