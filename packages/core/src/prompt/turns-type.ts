import type { FieldType } from '../schema/field-type.ts'
import type { Signature } from '../signature/signature.ts'

/** The type of a history whose turns have a signature's fields. */
export function turnsType(signature: Signature): FieldType {
  const fields = [...signature.inputFields, ...signature.outputFields]
  const turn: FieldType = {
    kind: 'model',
    name: 'Turn',
    properties: fields.map(({ name, type }) => ({ name, type, required: false })),
  }
  return {
    kind: 'model',
    name: 'History',
    properties: [{ name: 'messages', type: { kind: 'list', item: turn }, required: true }],
  }
}
