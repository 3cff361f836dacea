import type { JSONValue } from '@ockham/core'
import type { AnswerShape, ChoiceOption, ShapeProperty } from './answer-shape.ts'
import { isJSONObject, type JSONObject } from './json-object.ts'
import { numberShapeOfSchema } from './number-bounds.ts'

const deepest = 6

/** The shape a JSON Schema describes; recursion is cut where the schema allows an end. */
export function shapeOfSchema(
  schema: JSONValue | undefined,
  root: JSONObject,
  depth = 0,
): AnswerShape {
  if (!isJSONObject(schema) || depth > deepest * 2) return { kind: 'text' }
  const target = schema['$ref']
  if (typeof target === 'string') return shapeOfSchema(find(target, root), root, depth + 1)
  if (Array.isArray(schema['enum'])) return choice(schema['enum'])
  if ('const' in schema) return choice([schema['const'] ?? null])
  const branches = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(branches)) return union(branches, root, depth)
  if (Array.isArray(schema['allOf'])) return shapeOfSchema(schema['allOf'][0], root, depth)
  const type = schema['type']
  if (Array.isArray(type)) {
    const each = type.map((one) => ({ ...schema, type: one }))
    return union(each, root, depth)
  }
  switch (type) {
    case 'boolean':
      return { kind: 'boolean' }
    case 'integer':
    case 'number':
      return numberShapeOfSchema(schema)
    case 'null':
      return { kind: 'null' }
    case 'array':
      return arrayShape(schema, root, depth)
    case 'object':
      return objectShape(schema, root, depth)
    default:
      return textShape(schema)
  }
}

function union(branches: readonly JSONValue[], root: JSONObject, depth: number): AnswerShape {
  const real = branches.filter((branch) => !(isJSONObject(branch) && branch['type'] === 'null'))
  const optional = real.length < branches.length
  if (real.length === 0 || (optional && depth > deepest)) return { kind: 'null' }
  const inner = shapeOfSchema(real[0], root, depth + 1)
  return optional ? { kind: 'optional', inner } : inner
}

function arrayShape(schema: JSONObject, root: JSONObject, depth: number): AnswerShape {
  const prefix = schema['prefixItems']
  if (Array.isArray(prefix)) {
    return { kind: 'tuple', items: prefix.map((item) => shapeOfSchema(item, root, depth + 1)) }
  }
  const minimum = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0
  const stated = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : 20
  return {
    kind: 'list',
    item: shapeOfSchema(schema['items'], root, depth + 1),
    minimum,
    maximum: depth > deepest ? minimum : stated,
  }
}

function objectShape(schema: JSONObject, root: JSONObject, depth: number): AnswerShape {
  const declared = schema['properties']
  if (!isJSONObject(declared)) {
    return { kind: 'map', value: shapeOfSchema(schema['additionalProperties'], root, depth + 1) }
  }
  const properties: ShapeProperty[] = Object.entries(declared).map(([name, property]) => ({
    name,
    description: descriptionOf(property),
    shape: shapeOfSchema(property, root, depth + 1),
  }))
  return { kind: 'object', properties }
}

function textShape(schema: JSONObject): AnswerShape {
  const longest = schema['maxLength']
  return typeof longest === 'number' ? { kind: 'text', maximumLength: longest } : { kind: 'text' }
}

function choice(values: readonly JSONValue[]): AnswerShape {
  const options = values.filter(
    (value): value is ChoiceOption => value === null || typeof value !== 'object',
  )
  return { kind: 'choice', options }
}

function descriptionOf(property: JSONValue): string {
  const text = isJSONObject(property) ? property['description'] : undefined
  return typeof text === 'string' ? text : ''
}

function find(target: string, root: JSONObject): JSONValue | undefined {
  let current: JSONValue | undefined = root
  for (const key of target.replace(/^#\//, '').split('/')) {
    current = isJSONObject(current) ? current[key.replaceAll('~1', '/')] : undefined
  }
  return current
}
