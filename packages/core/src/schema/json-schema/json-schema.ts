import type { FieldType } from '../field-type.ts'
import type { JSONObject } from '../json-object.ts'
import { modelSchema } from './model-schema.ts'
import { schemaOf } from './schema-of.ts'

/**
 * The JSON Schema of a type as pydantic's `TypeAdapter(type).json_schema()` writes it:
 * titles, `$defs` for named types, `prefixItems` for tuples.
 */
export function jsonSchema(type: FieldType): JSONObject {
  const definitions: JSONObject = {}
  const root = type.kind === 'refined' ? type.base : type
  if (root.kind !== 'model') return withDefinitions(definitions, schemaOf(root, definitions))
  // A model at the root stands in place, unless it contains itself; everywhere else it is a reference.
  const schema = modelSchema(root, (part) => schemaOf(part, definitions))
  const reference = `#/$defs/${root.name}`
  if (!JSON.stringify([schema, definitions]).includes(JSON.stringify(reference))) {
    return withDefinitions(definitions, schema)
  }
  return withDefinitions({ ...definitions, [root.name]: schema }, { $ref: reference })
}

function withDefinitions(definitions: JSONObject, schema: JSONObject): JSONObject {
  return Object.keys(definitions).length > 0 ? { $defs: definitions, ...schema } : schema
}
