import { assertNever } from '../../internal/assert-never.ts'
import type { FieldType } from '../field-type.ts'
import type { JSONObject } from '../json-object.ts'
import { enumSchema } from './enum-schema.ts'
import { modelSchema } from './model-schema.ts'
import { specialModel } from './special-model.ts'

/** The schema of one part; named types go into `definitions` and are referred to. */
export function schemaOf(type: FieldType, definitions: JSONObject): JSONObject {
  switch (type.kind) {
    case 'str':
      return { type: 'string' }
    case 'int':
      return { type: 'integer' }
    case 'float':
      return { type: 'number' }
    case 'bool':
      return { type: 'boolean' }
    case 'any':
      return {}
    case 'none':
      return { type: 'null' }
    case 'list':
      return { type: 'array', items: type.item ? schemaOf(type.item, definitions) : {} }
    case 'dict': {
      const open = type.value === undefined || type.value.kind === 'any'
      return {
        type: 'object',
        additionalProperties: open ? true : schemaOf(type.value, definitions),
      }
    }
    case 'tuple':
      return tupleSchema(type.items, type.rest, definitions)
    case 'literal':
      return enumSchema(type.values)
    case 'union':
      return unionSchema(type.options, definitions)
    case 'enum':
      definitions[type.name] ??= { ...enumSchema(Object.values(type.members)), title: type.name }
      return { $ref: `#/$defs/${type.name}` }
    case 'model':
      if (!(type.name in definitions)) {
        definitions[type.name] = {} // holds the name while the model is described, so recursion ends
        definitions[type.name] = modelSchema(type, (part) => schemaOf(part, definitions))
      }
      return { $ref: `#/$defs/${type.name}` }
    case 'opaque':
      return { ...type.jsonSchema }
    case 'refined':
      return schemaOf(type.base, definitions)
    case 'special': {
      const model = specialModel(type)
      return model ? schemaOf(model, definitions) : { type: 'object' }
    }
    default:
      return assertNever(type)
  }
}

// pydantic tells of null last, wherever it was written.
function unionSchema(options: readonly FieldType[], definitions: JSONObject): JSONObject {
  const ordered = options.toSorted((a, b) => Number(a.kind === 'none') - Number(b.kind === 'none'))
  return { anyOf: ordered.map((option) => schemaOf(option, definitions)) }
}

function tupleSchema(
  items: readonly FieldType[],
  rest: FieldType | undefined,
  definitions: JSONObject,
): JSONObject {
  if (items.length === 0 && rest) return { type: 'array', items: schemaOf(rest, definitions) }
  return {
    type: 'array',
    prefixItems: items.map((item) => schemaOf(item, definitions)),
    minItems: items.length,
    ...(rest ? { items: schemaOf(rest, definitions) } : { maxItems: items.length }),
  }
}
