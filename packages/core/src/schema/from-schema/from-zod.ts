import type * as zod from 'zod/v4/core'
import { pascalCase } from '../../internal/pascal-case.ts'
import type { FieldType, ModelProperty } from '../field-type.ts'
import { isLiteralValue } from '../is-literal-value.ts'
import type { JSONValue } from '../json-value.ts'
import type { StandardSchema } from '../standard-schema.ts'
import { isZod4 } from './is-zod-4.ts'
import type { SchemaReading } from './schema-reading.ts'
import { zodConstraints } from './zod-constraints.ts'
import { zodDescription } from './zod-description.ts'
import { zodIsExact } from './zod-is-exact.ts'
import { zodIsInteger } from './zod-is-integer.ts'
import { zodLineage } from './zod-lineage.ts'
import { zodTitle } from './zod-title.ts'

type Zod4 = StandardSchema & zod.$ZodTypes

/**
 * Reads a zod 4 schema by its definition, without loading zod. The field type says what goes in; where
 * that is not all the schema asks for, the schema itself has the last word, once, on the whole value.
 */
export function fromZod(
  schema: Zod4,
  name: string,
  names: ReadonlyMap<object, string>,
): SchemaReading {
  const reader = new ZodReader(names)
  const reading = reader.read(schema, name)
  return { ...reading, type: checkedBy(schema, reading.type, reader.exact) }
}

function checkedBy(schema: StandardSchema, type: FieldType, exact: boolean): FieldType {
  if (type.kind === 'model') return { ...type, schema }
  return exact ? type : { kind: 'refined', base: type, schema }
}

class ZodReader {
  /** False once something was met that a field type cannot say: a pattern, a refinement, a transform. */
  exact = true
  private readonly names: ReadonlyMap<object, string>
  /** The schemas being read, by the names they go by. */
  private readonly open = new Map<object, string>()

  constructor(names: ReadonlyMap<object, string>) {
    this.names = names
  }

  read(schema: Zod4, name: string): SchemaReading {
    const [origin] = zodLineage(schema)
    const outer = this.open.get(origin)
    if (outer !== undefined) return { type: this.reference(outer) }
    const named = this.named(schema)
    const title = this.names.get(named) ?? zodTitle(schema) ?? name
    this.open.set(origin, pascalCase(title))
    const base = this.shape(schema, title)
    this.open.delete(origin)
    if (!zodIsExact(schema)) this.exact = false
    const description = zodDescription(schema)
    const isOwn = base.type.kind === 'model' && description === zodDescription(named)
    const constraints = zodConstraints(schema)
    return {
      ...base,
      ...(description === undefined || isOwn ? {} : { description }),
      ...(constraints ? { constraints: { ...base.constraints, ...constraints } } : {}),
    }
  }

  // `Person.describe('…')` is a copy of Person in zod, and still a Person.
  private named(schema: object): object {
    return zodLineage(schema).findLast((one) => this.names.has(one)) ?? schema
  }

  private shape(schema: Zod4, name: string): SchemaReading {
    const { def } = schema._zod
    switch (def.type) {
      case 'string':
      case 'template_literal':
        return { type: { kind: 'str' } }
      case 'number':
        return { type: { kind: zodIsInteger(schema) ? 'int' : 'float' } }
      case 'boolean':
        return { type: { kind: 'bool' } }
      case 'null':
        return { type: { kind: 'none' } }
      case 'array':
        return { type: { kind: 'list', item: this.inner(def.element, name) } }
      case 'record':
        return { type: { kind: 'dict', value: this.inner(def.valueType, name) } }
      case 'tuple': {
        const items = def.items.map((item) => this.inner(item, name))
        return {
          type: { kind: 'tuple', items, ...(def.rest ? { rest: this.inner(def.rest, name) } : {}) },
        }
      }
      case 'literal':
        return { type: literalType(def.values) }
      case 'enum':
        return { type: this.enumeration(schema, def.entries, name) }
      case 'union':
        return { type: { kind: 'union', options: def.options.map((one) => this.inner(one, name)) } }
      case 'nullable': {
        const inner = this.readAny(def.innerType, name)
        return { ...inner, type: { kind: 'union', options: [inner.type, { kind: 'none' }] } }
      }
      case 'optional':
        return { ...this.readAny(def.innerType, name), optional: true }
      case 'default':
      case 'prefault':
        return {
          ...this.readAny(def.innerType, name),
          default: { value: asJSON(def.defaultValue) },
        }
      case 'readonly':
      case 'nonoptional':
      case 'catch':
        return this.readAny(def.innerType, name)
      case 'pipe':
        return { type: this.inner(def.in, name) }
      case 'lazy':
        return { type: this.inner(def.getter(), name) }
      case 'object':
        return { type: this.model(schema, def, name) }
      default:
        return { type: { kind: 'any' } }
    }
  }

  private inner(schema: zod.$ZodType, name: string): FieldType {
    return this.readAny(schema, name).type
  }

  private readAny(schema: zod.$ZodType, name: string): SchemaReading {
    return isZod4(schema) ? this.read(schema, name) : { type: { kind: 'any' } }
  }

  // A named enum is DSPy's Enum; one that has no name is shown as a Literal.
  private enumeration(
    schema: StandardSchema,
    entries: Readonly<Record<string, string | number>>,
    name: string,
  ): FieldType {
    if (!this.names.has(this.named(schema)))
      return { kind: 'literal', values: Object.values(entries) }
    return { kind: 'enum', name, members: entries }
  }

  private model(schema: Zod4, def: zod.$ZodObjectDef, name: string): FieldType {
    const properties = Object.entries(def.shape).map(([key, member]): ModelProperty => {
      const reading = this.readAny(member, key)
      const required = reading.default === undefined && reading.optional !== true
      return { ...reading, name: key, required }
    })
    const description = zodDescription(this.named(schema))
    return {
      kind: 'model',
      name: pascalCase(name),
      properties,
      ...(def.catchall && def.catchall._zod.def.type !== 'never' ? { open: true } : {}),
      ...(description === undefined ? {} : { description }),
    }
  }

  // A type inside itself is referred to by name, and checked with the whole.
  private reference(name: string): FieldType {
    this.exact = false
    return { kind: 'opaque', name, jsonSchema: { $ref: `#/$defs/${name}` } }
  }
}

function literalType(values: readonly unknown[]): FieldType {
  const literal: FieldType = { kind: 'literal', values: values.filter(isLiteralValue) }
  if (!values.includes(null)) return literal
  const none: FieldType = { kind: 'none' }
  return literal.values.length === 0 ? none : { kind: 'union', options: [literal, none] }
}

function asJSON(value: unknown): JSONValue {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
