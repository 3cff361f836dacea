import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { FieldType, ModelProperty } from '../field-type.ts'
import type { StandardSchema } from '../standard-schema.ts'
import { coerce } from './coerce.ts'

const str: FieldType = { kind: 'str' }
const properties: ModelProperty[] = [
  { name: 'name', type: str, required: true },
  { name: 'age', type: { kind: 'int' }, required: true },
  { name: 'tags', type: { kind: 'list', item: str }, required: false, default: { value: [] } },
  { name: 'nickname', type: { kind: 'union', options: [str, { kind: 'none' }] }, required: false },
  { name: 'note', type: str, required: false },
]
const person = (schema?: StandardSchema): FieldType => ({
  kind: 'model',
  name: 'Person',
  properties,
  ...(schema && { schema }),
})

describe('coerce of a model', () => {
  it('converts properties, leaves out the optional and drops the unknown', () => {
    expect(coerce(person(), { name: 'Ada', age: '36', other: 1 })).toEqual({
      ok: true,
      value: { name: 'Ada', age: 36 },
    })
  })

  it('takes null for absent where the property is not required', () => {
    expect(coerce(person(), { name: 'Ada', age: 1, tags: null, note: null })).toEqual({
      ok: true,
      value: { name: 'Ada', age: 1 },
    })
  })

  it('names what is missing or wrong', () => {
    expect(coerce(person(), { name: 'Ada' })).toEqual({ ok: false, reason: '"age": is missing' })
    expect(coerce(person(), { name: 1, age: 1 })).toEqual({
      ok: false,
      reason: '"name": expected str, found 1',
    })
    expect(coerce(person(), 'Ada').ok).toBe(false)
  })

  it('returns what the schema makes of the value', () => {
    const schema = z
      .object({ name: z.string(), age: z.number().min(18) })
      .transform(({ name }) => name)
    expect(coerce(person(schema), { name: 'Ada', age: 36 })).toEqual({ ok: true, value: 'Ada' })
    const refused = coerce(person(schema), { name: 'Ada', age: 3 })
    expect(refused.ok).toBe(false)
    expect(!refused.ok && refused.reason).toContain('"age"')
  })

  it('refuses asynchronous schemas', () => {
    const schema = z.object({}).refine(async () => false)
    const result = coerce({ kind: 'opaque', name: 'X', schema, jsonSchema: {} }, {})
    expect(!result.ok && result.reason).toContain('asynchronous')
  })

  it('takes an error thrown in a schema for a refusal', () => {
    const validate = (value: unknown): never => {
      throw new Error(`no use for ${String(value)}`)
    }
    const own: StandardSchema = { '~standard': { version: 1, vendor: 'own', validate } }
    expect(coerce({ kind: 'refined', base: str, schema: own }, 'x')).toEqual({
      ok: false,
      reason: 'no use for x',
    })
    const zod = z.string().transform((text): unknown => JSON.parse(text))
    const result = coerce({ kind: 'refined', base: str, schema: zod }, 'no JSON')
    expect(!result.ok && result.reason).toContain('threw')
  })

  it('runs the schema of a refined type on the base value', () => {
    const type: FieldType = { kind: 'refined', base: { kind: 'int' }, schema: z.number().max(5) }
    expect(coerce(type, '4')).toEqual({ ok: true, value: 4 })
    expect(coerce(type, '6').ok).toBe(false)
  })
})
