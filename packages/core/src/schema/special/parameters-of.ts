import type { ModelProperty } from '../field-type.ts'
import type { JSONObject } from '../json-object.ts'
import { isJSONObject } from '../json-object.ts'
import { jsonSchema } from '../json-schema/json-schema.ts'
import { propertySchema } from '../json-schema/model-schema.ts'
import type { JSONValue } from '../json-value.ts'

/** Arguments as JSON Schema, in the form DSPy tells of them: no titles, no references. */
export function parametersOf(properties: readonly ModelProperty[]): JSONObject {
  const described = properties.map((property): [string, JSONObject] => {
    const { title: _title, ...schema } = propertySchema(property, inlined)
    return [property.name, schema]
  })
  return {
    type: 'object',
    properties: Object.fromEntries(described),
    required: properties.filter(({ required }) => required).map(({ name }) => name),
  }
}

function inlined(type: Parameters<typeof jsonSchema>[0]): JSONObject {
  const { $defs, ...schema } = jsonSchema(type)
  return isJSONObject($defs) ? resolved(schema, $defs, []) : schema
}

function resolved(
  schema: JSONObject,
  definitions: JSONObject,
  open: readonly string[],
): JSONObject {
  const name =
    typeof schema['$ref'] === 'string' ? schema['$ref'].replace('#/$defs/', '') : undefined
  const definition = name === undefined ? undefined : definitions[name]
  if (name !== undefined && isJSONObject(definition)) {
    // A type inside itself cannot be written out in full.
    return open.includes(name) ? {} : resolved(definition, definitions, [...open, name])
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, part(value, definitions, open)]),
  )
}

function part(value: JSONValue, definitions: JSONObject, open: readonly string[]): JSONValue {
  if (Array.isArray(value)) return value.map((item) => part(item, definitions, open))
  return isJSONObject(value) ? resolved(value, definitions, open) : value
}
