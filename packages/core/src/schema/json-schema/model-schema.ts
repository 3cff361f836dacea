import type { Constraints, FieldType, ModelProperty } from '../field-type.ts'
import { isJSONObject, type JSONObject } from '../json-object.ts'
import { propertyTitle } from './property-title.ts'

/** The schema of a model's body; `describe` gives the schema of a property's type. */
export function modelSchema(
  type: Extract<FieldType, { kind: 'model' }>,
  describe: (type: FieldType) => JSONObject,
): JSONObject {
  const required = type.properties.filter((property) => property.required).map((p) => p.name)
  return {
    ...(type.closed === true ? { additionalProperties: false } : {}),
    ...(type.description === undefined ? {} : { description: type.description }),
    properties: Object.fromEntries(
      type.properties.map((property) => [property.name, propertySchema(property, describe)]),
    ),
    ...(required.length > 0 ? { required } : {}),
    title: type.name,
    type: 'object',
  }
}

/** The schema of one property. */
export function propertySchema(
  property: ModelProperty,
  describe: (type: FieldType) => JSONObject,
): JSONObject {
  const schema = describe(property.type)
  return {
    ...schema,
    ...constraintKeywords(property.constraints ?? {}, property.type),
    ...(property.default ? { default: property.default.value } : {}),
    ...(property.description === undefined ? {} : { description: property.description }),
    // A reference already leads to a titled definition.
    ...('$ref' in schema || refersToNullable(schema)
      ? {}
      : { title: propertyTitle(property.name) }),
  }
}

// pydantic gives no title to `Optional[Model]` either.
function refersToNullable(schema: JSONObject): boolean {
  const branches = schema['anyOf']
  if (!Array.isArray(branches)) return false
  const [only, ...others] = branches.filter((one) => !isJSONObject(one) || one['type'] !== 'null')
  return isJSONObject(only) && '$ref' in only && others.length === 0
}

function constraintKeywords(constraints: Constraints, type: FieldType): JSONObject {
  const sized = type.kind === 'list' ? 'Items' : 'Length'
  const keywords: [string, number | undefined][] = [
    ['exclusiveMinimum', constraints.gt],
    ['minimum', constraints.ge],
    ['exclusiveMaximum', constraints.lt],
    ['maximum', constraints.le],
    ['multipleOf', constraints.multipleOf],
    [`min${sized}`, constraints.minLength],
    [`max${sized}`, constraints.maxLength],
  ]
  const schema: JSONObject = {}
  for (const [keyword, bound] of keywords) if (bound !== undefined) schema[keyword] = bound
  return schema
}
