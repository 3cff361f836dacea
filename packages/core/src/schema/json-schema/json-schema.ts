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
  // A model at the root stands in place; everywhere else it is a reference.
  const root = type.kind === 'refined' ? type.base : type
  const schema =
    root.kind === 'model'
      ? modelSchema(root, (part) => schemaOf(part, definitions))
      : schemaOf(root, definitions)
  return Object.keys(definitions).length > 0 ? { $defs: definitions, ...schema } : schema
}
