import { isJSONObject, type JSONObject } from '../../schema/json-object.ts'
import type { JSONValue } from '../../schema/json-value.ts'

/**
 * A lean copy of a schema that the strict modes of OpenAI and Anthropic accept: every property required,
 * none besides, no titles, defaults or bounds, and a list of the same items for a tuple. Undefined where
 * a part is open, such as a dictionary, which strict modes cannot express.
 */
export function strictSchema(schema: JSONObject): JSONObject | undefined {
  const definitions = schema['$defs']
  const strict = lean(schema, isJSONObject(definitions) ? definitions : {})
  return isOpen(strict) ? undefined : strict
}

const kept = new Set(['type', 'description', 'enum', 'const', 'anyOf', 'items', '$ref'])

function lean(schema: JSONObject, definitions: JSONObject): JSONObject {
  const { $ref, $defs, properties, prefixItems, description } = schema
  if (typeof $ref === 'string' && description !== undefined) {
    // A reference may not stand beside other keywords, so what it leads to stands in its place.
    const { [$ref.replace('#/$defs/', '')]: target, ...others } = definitions
    return isJSONObject(target) ? lean({ ...target, description }, others) : { $ref }
  }
  const part = (value: JSONValue): JSONValue =>
    isJSONObject(value) ? lean(value, definitions) : Array.isArray(value) ? value.map(part) : value
  const each = (parts: JSONObject): JSONObject =>
    Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, part(value)]))
  const result: JSONObject = {}
  for (const [key, value] of Object.entries(schema)) {
    if (kept.has(key)) result[key] = key === 'enum' || key === 'const' ? value : part(value)
  }
  if (Array.isArray(prefixItems)) result['items'] = anyOf(prefixItems.map(part))
  if (isJSONObject(properties)) {
    result['properties'] = each(nullable(properties, schema['required']))
    result['required'] = Object.keys(properties)
    result['additionalProperties'] = false
  }
  if (isJSONObject($defs)) result['$defs'] = each($defs)
  return Array.isArray(result['enum']) && result['type'] === undefined
    ? anyOf(result['enum'].map((value) => ({ const: value, type: jsonTypeOf(value) })))
    : result
}

// What may be left out must be there in strict modes, and null then says that it is left out.
function nullable(properties: JSONObject, required: JSONValue | undefined): JSONObject {
  const names = Array.isArray(required) ? required : []
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const mayBeAbsent = !names.includes(name) && isJSONObject(schema) && !('default' in schema)
      return [name, mayBeAbsent ? { anyOf: [schema, { type: 'null' }] } : schema]
    }),
  )
}

// Each kind of item once.
function anyOf(schemas: readonly JSONValue[]): JSONObject {
  const distinct = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]))
  const [only, ...others] = distinct.values()
  return others.length === 0 && isJSONObject(only) ? only : { anyOf: [...distinct.values()] }
}

function jsonTypeOf(value: JSONValue): string {
  if (typeof value !== 'number') return value === null ? 'null' : typeof value
  return Number.isInteger(value) ? 'integer' : 'number'
}

// An object without listed properties, or a part of any type.
function isOpen(schema: JSONObject): boolean {
  const { type, properties, anyOf, items, $defs } = schema
  const isUntyped = !['type', 'enum', 'const', 'anyOf', '$ref'].some((key) => key in schema)
  const isBareList = type === 'array' && items === undefined
  if (isUntyped || isBareList || (type === 'object' && !isJSONObject(properties))) return true
  const parts = [
    ...(isJSONObject(properties) ? Object.values(properties) : []),
    ...(isJSONObject($defs) ? Object.values($defs) : []),
    ...(Array.isArray(anyOf) ? anyOf : []),
    ...(items === undefined ? [] : [items]),
  ]
  return parts.some((part) => isJSONObject(part) && isOpen(part))
}
