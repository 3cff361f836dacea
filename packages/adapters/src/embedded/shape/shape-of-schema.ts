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
  const { $ref: target, enum: values, const: only, anyOf, oneOf = anyOf, allOf, type } = schema
  if (typeof target === 'string') return shapeOfSchema(find(target, root), root, depth + 1)
  if (Array.isArray(values)) return choice(values)
  if (only !== undefined) return choice([only])
  if (Array.isArray(oneOf)) return union(oneOf, root, depth)
  if (Array.isArray(allOf)) return shapeOfSchema(allOf[0], root, depth)
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
  const real = branches.filter((branch) => !isNull(branch))
  const optional = real.length < branches.length
  if (real.length === 0 || (optional && depth > deepest)) return { kind: 'null' }
  const inner = shapeOfSchema(real[0], root, depth + 1)
  return optional ? { kind: 'optional', inner } : inner
}

function isNull(branch: JSONValue): boolean {
  if (!isJSONObject(branch)) return false
  const { type } = branch
  return type === 'null'
}

function arrayShape(schema: JSONObject, root: JSONObject, depth: number): AnswerShape {
  const { prefixItems: prefix, minItems, maxItems, items } = schema
  if (Array.isArray(prefix)) {
    return { kind: 'tuple', items: prefix.map((item) => shapeOfSchema(item, root, depth + 1)) }
  }
  const minimum = typeof minItems === 'number' ? minItems : 0
  const stated = typeof maxItems === 'number' ? maxItems : 20
  return {
    kind: 'list',
    item: shapeOfSchema(items, root, depth + 1),
    minimum,
    maximum: depth > deepest ? minimum : stated,
  }
}

function objectShape(schema: JSONObject, root: JSONObject, depth: number): AnswerShape {
  const { properties: declared, additionalProperties } = schema
  if (!isJSONObject(declared)) {
    return { kind: 'map', value: shapeOfSchema(additionalProperties, root, depth + 1) }
  }
  const properties: ShapeProperty[] = Object.entries(declared).map(([name, property]) => ({
    name,
    description: descriptionOf(property),
    shape: shapeOfSchema(property, root, depth + 1),
  }))
  return { kind: 'object', properties }
}

function textShape(schema: JSONObject): AnswerShape {
  const { maxLength: longest } = schema
  return typeof longest === 'number' ? { kind: 'text', maximumLength: longest } : { kind: 'text' }
}

function choice(values: readonly JSONValue[]): AnswerShape {
  const options = values.filter(
    (value): value is ChoiceOption => value === null || typeof value !== 'object',
  )
  return { kind: 'choice', options }
}

function descriptionOf(property: JSONValue): string {
  if (!isJSONObject(property)) return ''
  const { description } = property
  return typeof description === 'string' ? description : ''
}

function find(target: string, root: JSONObject): JSONValue | undefined {
  let current: JSONValue | undefined = root
  for (const key of target.replace(/^#\//, '').split('/')) {
    current = isJSONObject(current) ? current[key.replaceAll('~1', '/')] : undefined
  }
  return current
}
