import type * as zod from 'zod/v4/core'
import { pascalCase } from '../../internal/pascal-case.ts'
import type { FieldType, ModelProperty } from '../field-type.ts'
import type { JSONValue } from '../json-value.ts'
import type { StandardSchema } from '../standard-schema.ts'
import { isZod4 } from './is-zod-4.ts'
import type { SchemaReading } from './schema-reading.ts'
import { zodConstraints } from './zod-constraints.ts'
import { zodDescription } from './zod-description.ts'
import { zodIsInteger } from './zod-is-integer.ts'
import { zodTitle } from './zod-title.ts'

type Zod4 = StandardSchema & zod.$ZodTypes

/** Reads a zod 4 schema by its definition, without loading zod. */
export function fromZod(
  schema: Zod4,
  name: string,
  names: ReadonlyMap<StandardSchema, string>,
): SchemaReading {
  return new ZodReader(names).read(schema, name)
}

class ZodReader {
  private readonly names: ReadonlyMap<StandardSchema, string>
  /** The models being read, by the names they go by. */
  private readonly open = new Map<StandardSchema, string>()

  constructor(names: ReadonlyMap<StandardSchema, string>) {
    this.names = names
  }

  read(schema: Zod4, name: string): SchemaReading {
    const base = this.shape(schema, this.names.get(schema) ?? zodTitle(schema) ?? name)
    const description = zodDescription(schema)
    const constraints = zodConstraints(schema)
    return {
      ...base,
      ...(description === undefined || base.type.kind === 'model' ? {} : { description }),
      ...(constraints ? { constraints: { ...base.constraints, ...constraints } } : {}),
      type: this.refine(schema, base.type),
    }
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
      case 'undefined':
      case 'void':
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
        return { type: { kind: 'literal', values: def.values.filter(isLiteral) } }
      case 'enum':
        return { type: this.enumeration(schema, def.entries, name) }
      case 'union':
        return { type: { kind: 'union', options: def.options.map((one) => this.inner(one, name)) } }
      case 'nullable':
        return this.wrapped(def.innerType, name, { nullable: true })
      case 'optional':
        return { ...this.wrapped(def.innerType, name, { nullable: false }), optional: true }
      case 'default':
      case 'prefault':
        return this.wrapped(def.innerType, name, {
          nullable: false,
          default: asJSON(def.defaultValue),
        })
      case 'readonly':
      case 'nonoptional':
      case 'catch':
      case 'success':
        return this.wrapped(def.innerType, name, { nullable: false })
      case 'pipe':
        return { type: this.inner(def.in, name) }
      case 'lazy':
        return { type: this.inner(def.getter(), name) }
      case 'object':
        return { type: this.model(schema, def.shape, name) }
      default:
        return { type: { kind: 'any' } }
    }
  }

  private wrapped(
    schema: zod.$ZodType,
    name: string,
    how: { nullable: boolean; default?: JSONValue },
  ): SchemaReading {
    const inner = this.readAny(schema, name)
    const type: FieldType = how.nullable
      ? { kind: 'union', options: [inner.type, { kind: 'none' }] }
      : inner.type
    return {
      ...inner,
      type,
      ...(how.default === undefined ? {} : { default: { value: how.default } }),
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
    if (!this.names.has(schema)) return { kind: 'literal', values: Object.values(entries) }
    return { kind: 'enum', name, members: entries, schema }
  }

  private model(schema: Zod4, shape: zod.$ZodShape, name: string): FieldType {
    const outer = this.open.get(schema)
    // A model inside itself is referred to by name; its own schema still checks the whole.
    if (outer !== undefined) {
      return { kind: 'opaque', name: outer, schema, jsonSchema: { $ref: `#/$defs/${outer}` } }
    }
    const title = pascalCase(name)
    this.open.set(schema, title)
    const properties = Object.entries(shape).map(([key, member]): ModelProperty => {
      const reading = this.readAny(member, key)
      return {
        ...reading,
        name: key,
        required: reading.default === undefined && reading.optional !== true,
      }
    })
    this.open.delete(schema)
    const description = zodDescription(schema)
    return {
      kind: 'model',
      name: title,
      properties,
      schema,
      ...(description === undefined ? {} : { description }),
    }
  }

  // What the field type cannot say (patterns, refinements, transforms) is left to the schema itself.
  private refine(schema: Zod4, type: FieldType): FieldType {
    const { def } = schema._zod
    const checked = 'checks' in def && Array.isArray(def.checks) && def.checks.length > 0
    const converts = def.type === 'pipe' || def.type === 'catch'
    if (type.kind === 'model' || (!checked && !converts)) return type
    return { kind: 'refined', base: type, schema }
  }
}

function isLiteral(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function asJSON(value: unknown): JSONValue {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
