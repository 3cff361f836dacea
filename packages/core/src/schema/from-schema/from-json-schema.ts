import type { Constraints, FieldType, ModelProperty } from '../field-type.ts'
import { isLiteralValue } from '../is-literal-value.ts'
import { isJSONObject, type JSONObject } from '../json-object.ts'
import type { JSONValue } from '../json-value.ts'
import type { SchemaReading } from './schema-reading.ts'

/** The field type of a JSON Schema document whose references, if any, lead into its own `$defs`. */
export function fromJSONSchema(document: unknown, name: string): SchemaReading {
  if (!isJSONObject(document)) return { type: { kind: 'any' } }
  const definitions = document['$defs'] ?? document['definitions']
  return read(document, name, isJSONObject(definitions) ? definitions : {}, [])
}

function read(
  schema: JSONObject,
  name: string,
  definitions: JSONObject,
  open: readonly string[],
): SchemaReading {
  const description = schema['description']
  const constraints = readConstraints(schema)
  const type = readType(schema, name, definitions, open)
  return {
    type,
    ...(typeof description === 'string' && type.kind !== 'model' ? { description } : {}),
    ...(constraints ? { constraints } : {}),
    ...('default' in schema ? { default: { value: schema['default'] ?? null } } : {}),
  }
}

function readType(
  schema: JSONObject,
  name: string,
  definitions: JSONObject,
  open: readonly string[],
): FieldType {
  const inner = (part: JSONValue | undefined, partName: string): FieldType =>
    isJSONObject(part) ? read(part, partName, definitions, open).type : { kind: 'any' }
  const reference = schema['$ref']
  if (typeof reference === 'string') return readReference(reference, definitions, open)
  const branches = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(branches)) {
    return { kind: 'union', options: branches.map((branch) => inner(branch, name)) }
  }
  const values = 'const' in schema ? [schema['const']] : schema['enum']
  if (Array.isArray(values)) return { kind: 'literal', values: values.filter(isLiteralValue) }
  const type = schema['type']
  if (Array.isArray(type)) {
    const options = type.map((one) => readType({ ...schema, type: one }, name, definitions, open))
    return { kind: 'union', options }
  }
  switch (type) {
    case 'string':
      return { kind: 'str' }
    case 'integer':
      return { kind: 'int' }
    case 'number':
      return { kind: 'float' }
    case 'boolean':
      return { kind: 'bool' }
    case 'null':
      return { kind: 'none' }
    case 'array': {
      const items = schema['prefixItems']
      if (!Array.isArray(items)) return { kind: 'list', item: inner(schema['items'], name) }
      return { kind: 'tuple', items: items.map((item) => inner(item, name)) }
    }
    case 'object':
      if (isJSONObject(schema['properties']))
        return readModel(schema, name, inner, definitions, open)
      return { kind: 'dict', value: inner(schema['additionalProperties'], name) }
    default:
      return { kind: 'any' }
  }
}

// A reference to a type that is still being read would never end; it is shown as anything.
function readReference(
  reference: string,
  definitions: JSONObject,
  open: readonly string[],
): FieldType {
  const name = reference.split('/').at(-1) ?? reference
  const target = definitions[name]
  if (!isJSONObject(target) || open.includes(name)) return { kind: 'any' }
  return read(target, name, definitions, [...open, name]).type
}

function readModel(
  schema: JSONObject,
  name: string,
  inner: (part: JSONValue | undefined, name: string) => FieldType,
  definitions: JSONObject,
  open: readonly string[],
): FieldType {
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const members = isJSONObject(schema['properties']) ? schema['properties'] : {}
  const properties = Object.entries(members).map(([key, member]): ModelProperty => {
    const reading = isJSONObject(member)
      ? read(member, key, definitions, open)
      : { type: inner(member, key) }
    return { ...reading, name: key, required: required.includes(key) }
  })
  const title = schema['title']
  const description = schema['description']
  return {
    kind: 'model',
    name: typeof title === 'string' ? title : name,
    properties,
    ...(typeof description === 'string' ? { description } : {}),
  }
}

const keywords: readonly [string, keyof Constraints][] = [
  ['exclusiveMinimum', 'gt'],
  ['minimum', 'ge'],
  ['exclusiveMaximum', 'lt'],
  ['maximum', 'le'],
  ['minLength', 'minLength'],
  ['maxLength', 'maxLength'],
  ['multipleOf', 'multipleOf'],
]

function readConstraints(schema: JSONObject): Constraints | undefined {
  const found: [keyof Constraints, number][] = []
  for (const [keyword, name] of keywords) {
    const bound = schema[keyword]
    if (typeof bound === 'number') found.push([name, bound])
  }
  return found.length > 0 ? Object.fromEntries(found) : undefined
}
