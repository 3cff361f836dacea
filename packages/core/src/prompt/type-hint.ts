import { typeName } from '../schema/type-name.ts'
import type { Field } from '../signature/field.ts'
import { plainType } from './plain-type.ts'
import { protocol } from './protocol.ts'

/** What the request says behind an output field's name: its Python type, unless it is a plain text. */
export function typeHint(field: Field): string {
  const type = plainType(field.type)
  if (type.kind === 'str') return ''
  if (type.kind === 'special' && type.name === 'ToolCalls') return protocol.toolCalls
  return protocol.validPython(typeName(type))
}
