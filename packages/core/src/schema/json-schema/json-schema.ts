import type { FieldType } from '../field-type.ts'
import type { JSONObject } from '../json-object.ts'
import { inPydanticOrder } from './in-pydantic-order.ts'
import { modelSchema } from './model-schema.ts'
import { schemaOf } from './schema-of.ts'
import { specialModel } from './special-model.ts'

/**
 * The JSON Schema of a type as pydantic's `TypeAdapter(type).json_schema()` writes it: titles, `$defs`
 * for named types, `prefixItems` for tuples, keys in its order.
 */
export function jsonSchema(type: FieldType): JSONObject {
  const definitions: JSONObject = {}
  const root = rootOf(type)
  if (root.kind !== 'model') return withDefinitions(definitions, schemaOf(root, definitions))
  // A model at the root stands in place, unless it contains itself; everywhere else it is a reference.
  const schema = modelSchema(root, (part) => schemaOf(part, definitions))
  const reference = `#/$defs/${root.name}`
  if (!JSON.stringify([schema, definitions]).includes(JSON.stringify(reference))) {
    return withDefinitions(definitions, schema)
  }
  return withDefinitions({ ...definitions, [root.name]: schema }, { $ref: reference })
}

function rootOf(type: FieldType): FieldType {
  if (type.kind === 'refined') return rootOf(type.base)
  return (type.kind === 'special' ? specialModel(type) : undefined) ?? type
}

function withDefinitions(definitions: JSONObject, schema: JSONObject): JSONObject {
  const whole = Object.keys(definitions).length > 0 ? { $defs: definitions, ...schema } : schema
  return inPydanticOrder(whole)
}
