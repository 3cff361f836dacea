import type { FieldType } from '../../schema/field-type.ts'
import { isZod4 } from '../../schema/from-schema/is-zod-4.ts'
import type { StandardSchema } from '../../schema/standard-schema.ts'

/** Kinds of zod 4 schemas whose values look like what they are read from. */
const plainKinds: ReadonlySet<string> = new Set([
  'string',
  'template_literal',
  'number',
  'boolean',
  'null',
  'any',
  'unknown',
  'array',
  'tuple',
  'record',
  'object',
  'literal',
  'enum',
  'union',
  'nullable',
  'optional',
  'default',
  'prefault',
  'readonly',
  'nonoptional',
  'catch',
  'lazy',
  'never',
])

const known = new WeakMap<object, boolean>()

/** Whether the values of a type look like what is read for it: a transform may make anything of it. */
export function keepsShape(type: FieldType): boolean {
  const before = known.get(type)
  if (before !== undefined) return before
  const keeps = schemaKeeps(type) && innerTypes(type).every(keepsShape)
  known.set(type, keeps)
  return keeps
}

function schemaKeeps(type: FieldType): boolean {
  return !('schema' in type) || !type.schema || isPlain(type.schema, new Set())
}

function innerTypes(type: FieldType): readonly FieldType[] {
  switch (type.kind) {
    case 'refined':
      return [type.base]
    case 'union':
      return type.options
    case 'list':
      return type.item ? [type.item] : []
    case 'dict':
      return type.value ? [type.value] : []
    case 'tuple':
      return type.rest ? [...type.items, type.rest] : type.items
    case 'model':
      return type.properties.map((property) => property.type)
    default:
      return []
  }
}

function isPlain(schema: StandardSchema, seen: Set<object>): boolean {
  if (seen.has(schema)) return true
  seen.add(schema)
  // Of other libraries' schemas nothing is known.
  if (!isZod4(schema)) return false
  const { def } = schema._zod
  if (!plainKinds.has(def.type)) return false
  const { checks: _, ...parts } = def
  const inner =
    def.type === 'lazy' ? schemasIn(def.getter()) : Object.values(parts).flatMap(schemasIn)
  return inner.every((one) => isPlain(one, seen))
}

/** The schemas in a part of a definition: one, a list, or the shape of an object. */
function schemasIn(part: unknown): StandardSchema[] {
  if (typeof part !== 'object' || part === null) return []
  if (isSchema(part)) return [part]
  return Object.values(part).filter(isSchema)
}

function isSchema(value: unknown): value is StandardSchema {
  return typeof value === 'object' && value !== null && '_zod' in value && isZod4(value)
}
