import type { Constraints, FieldType } from '../schema/field-type.ts'
import { fromSchema } from '../schema/from-schema/from-schema.ts'
import { isConstraintName } from '../schema/is-constraint-name.ts'
import { isStandardSchema } from '../schema/is-standard-schema.ts'
import { parseType } from '../schema/parse-type/parse-type.ts'
import type { Field, FieldDefinition, FieldOptions } from './field.ts'

/** A field from what a user wrote of it; an output of type `str` unless said otherwise. */
export function makeField(
  name: string,
  definition: FieldDefinition,
  named: ReadonlyMap<string, FieldType>,
): Field {
  if (typeof definition === 'string') {
    return { name, side: 'output', type: parseType(definition, named) }
  }
  if (isStandardSchema(definition)) return { name, side: 'output', ...fromSchema(definition, name) }
  const base: Omit<Field, 'name' | 'side'> = isField(definition)
    ? definition
    : typeOf(name, definition.type, named)
  return { ...base, ...fieldOptions(base, definition), name, side: definition.side ?? 'output' }
}

function typeOf(
  name: string,
  type: string | object | undefined,
  named: ReadonlyMap<string, FieldType>,
): Omit<Field, 'name' | 'side'> {
  if (isStandardSchema(type)) return fromSchema(type, name)
  return { type: parseType(typeof type === 'string' ? type : 'str', named) }
}

function isField(definition: object): definition is Field {
  const type: unknown = Reflect.get(definition, 'type')
  return typeof type === 'object' && type !== null && 'kind' in type
}

/** The description and the bounds of `options`, over those the field already has. */
export function fieldOptions(
  base: { readonly constraints?: Constraints },
  options: FieldOptions,
): { description?: string; constraints?: Constraints } {
  const bounds = Object.entries(options).filter(
    ([key, value]) => isConstraintName(key) && value !== undefined,
  )
  return {
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(bounds.length > 0
      ? { constraints: { ...base.constraints, ...Object.fromEntries(bounds) } }
      : {}),
  }
}
