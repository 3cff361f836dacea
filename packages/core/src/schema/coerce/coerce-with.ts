import { assertNever } from '../../internal/assert-never.ts'
import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { specialForms } from '../special/special-forms.ts'
import { checkSchema } from './check-schema.ts'
import { coerceDict } from './coerce-dict.ts'
import { coerceEnum } from './coerce-enum.ts'
import { coerceList } from './coerce-list.ts'
import { coerceLiteral } from './coerce-literal.ts'
import { coerceModel } from './coerce-model.ts'
import { coerceScalar } from './coerce-scalar.ts'
import { coerceTuple } from './coerce-tuple.ts'
import { coerceUnion } from './coerce-union.ts'
import type { Convert } from './convert.ts'

/** Coerces the outermost level of a value, and what is in it with `convert`. */
export function coerceWith(convert: Convert, type: FieldType, value: unknown): Coerced {
  switch (type.kind) {
    case 'list':
      return coerceList(type.item, value, convert)
    case 'dict':
      return coerceDict(type.value, value, convert)
    case 'tuple':
      return coerceTuple(type, value, convert)
    case 'literal':
      return coerceLiteral(type.values, value)
    case 'enum':
      return checked(type.schema, coerceEnum(type.members, value))
    case 'union':
      return coerceUnion(type, value, convert)
    case 'model':
      return checked(type.schema, coerceModel(type, value, convert))
    case 'refined':
      return checked(type.schema, convert(type.base, value))
    case 'special':
      return specialForms[type.name].read(value)
    case 'opaque':
      return checkSchema(type.schema, value)
    case 'str':
    case 'int':
    case 'float':
    case 'bool':
    case 'any':
    case 'none':
      return coerceScalar(type.kind, value)
    default:
      return assertNever(type)
  }
}

function checked(schema: Parameters<typeof checkSchema>[0], result: Coerced): Coerced {
  return result.ok ? checkSchema(schema, result.value) : result
}
