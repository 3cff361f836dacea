import { pythonText } from '../internal/python-text.ts'
import type { FieldType } from '../schema/field-type.ts'
import { pythonJSON } from '../schema/format-value/python-json.ts'
import { jsonSchema } from '../schema/json-schema/json-schema.ts'
import { plainType } from './plain-type.ts'
import { protocol } from './protocol.ts'
import { sortedJSONSchema } from './sorted-json-schema.ts'

/** The remark behind an output field's placeholder that says what its value must look like. */
export function outputNote(fieldType: FieldType): string {
  const type = plainType(fieldType)
  const requirement = requirementOf(type)
  return requirement === '' ? '' : protocol.note + requirement
}

function requirementOf(type: FieldType): string {
  switch (type.kind) {
    case 'str':
      return ''
    case 'bool':
      return protocol.noteBool
    case 'int':
    case 'float':
      return protocol.noteNumber(type.kind)
    case 'literal':
      return protocol.noteLiteral + type.values.map(pythonText).join('; ')
    case 'enum':
      return protocol.noteEnum + Object.values(type.members).join('; ')
    case 'special':
      if (type.name === 'Code' || type.name === 'Reasoning') return ''
      break
    default:
      break
  }
  return protocol.noteSchema + pythonJSON({ kind: 'any' }, sortedJSONSchema(jsonSchema(type)))
}
