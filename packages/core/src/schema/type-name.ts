import { assertNever } from '../internal/assert-never.ts'
import type { FieldType } from './field-type.ts'
import type { LiteralValue } from './is-literal-value.ts'

/** The name DSPy shows for a type in prompts: `list[str]`, `Literal['a', 'b']`, `Union[int, NoneType]`. */
export function typeName(type: FieldType): string {
  switch (type.kind) {
    case 'str':
    case 'int':
    case 'float':
    case 'bool':
      return type.kind
    case 'any':
      return 'Any'
    case 'none':
      return 'NoneType'
    case 'list':
      return type.item ? `list[${typeName(type.item)}]` : 'list'
    case 'dict':
      return type.value ? `dict[str, ${typeName(type.value)}]` : 'dict'
    case 'tuple':
      return `tuple[${[...type.items.map(typeName), ...(type.rest ? [typeName(type.rest), 'Ellipsis'] : [])].join(', ')}]`
    case 'literal':
      return `Literal[${type.values.map(literalName).join(', ')}]`
    case 'union':
      return `Union[${type.options.map(typeName).join(', ')}]`
    case 'enum':
    case 'model':
    case 'opaque':
      return type.name
    case 'refined':
      return typeName(type.base)
    case 'special':
      if (type.name === 'Reasoning') return 'str'
      return type.language === undefined ? type.name : `${type.name}_${type.language}`
    default:
      return assertNever(type)
  }
}

function literalName(value: LiteralValue): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return String(value)
  if (!value.includes("'")) return `'${value}'`
  return value.includes('"') ? `'${value.replaceAll("'", "\\'")}'` : `"${value}"`
}
