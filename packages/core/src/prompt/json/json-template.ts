import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { Field } from '../../signature/field.ts'
import type { Signature } from '../../signature/signature.ts'
import { fieldList } from '../field-list.ts'
import { objective } from '../objective.ts'
import { outputNote } from '../output-note.ts'
import { perSignature } from '../per-signature.ts'
import { protocol } from '../protocol.ts'
import type { Template } from '../template.ts'
import { typeHint } from '../type-hint.ts'

/** What JSONAdapter says of a signature in every call. */
export const jsonTemplate: (signature: Signature) => Template = perSignature((signature) => ({
  system: [fieldList(signature), structure(signature), objective(signature)].join('\n'),
  request: request(signature.outputFields),
}))

function structure(signature: Signature): string {
  const outputs = Object.fromEntries(
    signature.outputFields.map((field) => [field.name, `{${field.name}}${outputNote(field.type)}`]),
  )
  return [
    protocol.structure,
    protocol.jsonInputs,
    signature.inputFields
      .map((field) => `${protocol.header(field.name)}\n{${field.name}}`)
      .join('\n\n'),
    protocol.jsonOutputs,
    pythonJSON({ kind: 'any' }, outputs, { indent: 2 }),
  ].join('\n\n')
}

function request(fields: readonly Field[]): string {
  const listed = fields.map((field) => `\`${field.name}\`${typeHint(field)}`)
  return `${protocol.jsonRespond}${listed.join(', then ')}.`
}
