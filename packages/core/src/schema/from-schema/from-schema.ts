import { specialSchemaName } from '../special/special-schema.ts'
import type { StandardSchema } from '../standard-schema.ts'
import { fromJSONSchema } from './from-json-schema.ts'
import { fromZod } from './from-zod.ts'
import { isZod3 } from './is-zod-3.ts'
import { isZod4 } from './is-zod-4.ts'
import type { SchemaReading } from './schema-reading.ts'
import { zod3ToJSONSchema } from './zod-3-to-json-schema.ts'

/** Names given to schemas in `types`, so that one used inside another keeps its name. */
export type SchemaNames = ReadonlyMap<StandardSchema, string>

/**
 * The field type of a schema: zod 4 is read in full, zod 3 through `zod-to-json-schema`, and any other
 * Standard Schema is shown as its JSON Schema where it has one and always checked by itself.
 */
export function fromSchema(
  schema: StandardSchema,
  name: string,
  names: SchemaNames = new Map(),
): SchemaReading {
  const special = specialSchemaName(schema)
  if (special !== undefined) return { type: { kind: 'special', name: special } }
  if (isZod4(schema)) return fromZod(schema, name, names)
  const document = isZod3(schema) ? zod3ToJSONSchema(schema) : standardJSONSchema(schema)
  const { type } = fromJSONSchema(document, names.get(schema) ?? name)
  if (type.kind === 'model') return { type: { ...type, schema } }
  return { type: { kind: 'refined', base: type, schema } }
}

// Standard JSON Schema, an extension that newer libraries implement.
function standardJSONSchema(schema: StandardSchema): unknown {
  const standard: object = schema['~standard']
  const converter: unknown = Reflect.get(standard, 'jsonSchema')
  if (typeof converter !== 'object' || converter === null) return {}
  const output: unknown = Reflect.get(converter, 'output')
  if (typeof output !== 'function') return {}
  try {
    return output.call(converter, { target: 'draft-2020-12' })
  } catch {
    return {} // the library cannot express this schema; it still validates
  }
}
