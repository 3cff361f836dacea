import { assertNever } from '../../internal/assert-never.ts'
import { pythonText } from '../../internal/python-text.ts'
import type { FieldType } from '../../schema/field-type.ts'
import { specialModel } from '../../schema/json-schema/special-model.ts'
import { typeName } from '../../schema/type-name.ts'
import { bamlModel } from './baml-model.ts'

/**
 * A type the short way: `string`, `int[]`, `"a" or "b"`, models written out, `level` deep. A type inside
 * itself is only named; DSPy refuses it, and also one that merely occurs twice.
 */
export function bamlType(type: FieldType, level = 0): string {
  const inner = (part: FieldType): string => bamlType(part, level)
  switch (type.kind) {
    case 'str':
      return 'string'
    case 'bool':
      return 'boolean'
    case 'int':
    case 'float':
      return type.kind
    case 'refined':
      return inner(type.base)
    case 'literal':
      return type.values.map((value) => `"${pythonText(value)}"`).join(' or ')
    case 'union': {
      const options = type.options.filter(({ kind }) => kind !== 'none').map(inner)
      const isNullable = options.length < type.options.length
      return [...options, ...(isNullable ? ['null'] : [])].join(' or ')
    }
    case 'list':
      return listOf(type.item, level)
    case 'dict':
      return type.value ? `dict[string, ${inner(type.value)}]` : 'dict'
    case 'tuple':
      return 'tuple'
    case 'model':
      return bamlModel(type, level, bamlType)
    case 'special': {
      const model = specialModel(type)
      return model ? inner(model) : typeName(type)
    }
    // DSPy gives the enum's name only, and no LM can know its values from that.
    case 'enum':
      return Object.values(type.members)
        .map((value) => `"${value}"`)
        .join(' or ')
    case 'any':
    case 'none':
    case 'opaque':
      return typeName(type)
    default:
      return assertNever(type)
  }
}

function listOf(item: FieldType | undefined, level: number): string {
  if (item === undefined) return 'list'
  const model = item.kind === 'special' ? specialModel(item) : item
  if (model?.kind !== 'model') return `${bamlType(item, level)}[]`
  const indent = '  '.repeat(level)
  return `[\n${bamlModel(model, level + 1, bamlType)}\n${indent}]`
}
