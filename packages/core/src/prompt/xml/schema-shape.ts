import { isJSONObject, type JSONObject } from '../../schema/json-object.ts'

/** What XML prompts and replies need to know of a JSON Schema. */
export interface SchemaShape {
  readonly type?: string
  /** The name of the definition it refers to; such a shape tells nothing else. */
  readonly reference?: string
  readonly options?: readonly SchemaShape[]
  readonly item?: SchemaShape
  readonly properties?: ReadonlyMap<string, SchemaShape>
  /** The shape of members that are not declared. */
  readonly others?: SchemaShape
}

/** The shape of a value and of the named types in it. */
export interface ShapeDocument {
  readonly root: SchemaShape
  readonly definitions: ReadonlyMap<string, SchemaShape>
}

/** Reads a JSON Schema into a shape. */
export function schemaShape(schema: JSONObject): ShapeDocument {
  return { root: shapeOf(schema), definitions: shapesIn(schema['$defs']) ?? new Map() }
}

function shapeOf(schema: JSONObject): SchemaShape {
  const { $ref: reference, anyOf, type, items, additionalProperties: others } = schema
  const properties = shapesIn(schema['properties'])
  return {
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof reference === 'string'
      ? { reference: reference.slice(reference.lastIndexOf('/') + 1) }
      : {}),
    ...(Array.isArray(anyOf) ? { options: anyOf.filter(isJSONObject).map(shapeOf) } : {}),
    ...(isJSONObject(items) ? { item: shapeOf(items) } : {}),
    ...(isJSONObject(others) ? { others: shapeOf(others) } : {}),
    ...(properties ? { properties } : {}),
  }
}

function shapesIn(schemas: unknown): Map<string, SchemaShape> | undefined {
  if (!isJSONObject(schemas)) return undefined
  const shapes = new Map<string, SchemaShape>()
  for (const [name, schema] of Object.entries(schemas)) {
    if (isJSONObject(schema)) shapes.set(name, shapeOf(schema))
  }
  return shapes
}
