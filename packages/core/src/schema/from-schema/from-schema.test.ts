import { expect, test } from 'vitest'
import { z } from 'zod'
import { z as z3 } from 'zod/v3'
import { coerce } from '../coerce/coerce.ts'
import type { StandardSchema } from '../standard-schema.ts'
import { fromSchema } from './from-schema.ts'

const typeOf = (schema: z.ZodType) => fromSchema(schema, 'field').type

test('plain zod types become plain field types', () => {
  expect(typeOf(z.string())).toEqual({ kind: 'str' })
  expect(typeOf(z.number())).toEqual({ kind: 'float' })
  expect(typeOf(z.boolean())).toEqual({ kind: 'bool' })
  expect(typeOf(z.array(z.string()))).toEqual({ kind: 'list', item: { kind: 'str' } })
  expect(typeOf(z.record(z.string(), z.boolean()))).toEqual({
    kind: 'dict',
    value: { kind: 'bool' },
  })
  expect(typeOf(z.tuple([z.string(), z.boolean()]))).toMatchObject({ kind: 'tuple' })
  expect(typeOf(z.enum(['a', 'b']))).toEqual({ kind: 'literal', values: ['a', 'b'] })
  expect(typeOf(z.literal([1, 2]))).toEqual({ kind: 'literal', values: [1, 2] })
  expect(typeOf(z.string().nullable())).toEqual({
    kind: 'union',
    options: [{ kind: 'str' }, { kind: 'none' }],
  })
  expect(typeOf(z.unknown())).toEqual({ kind: 'any' })
})

test('whole numbers are told from others, in both spellings', () => {
  expect(typeOf(z.int())).toEqual({ kind: 'int' })
  expect(typeOf(z.number().int())).toEqual({ kind: 'int' })
})

test('descriptions, bounds, defaults and optionality are read', () => {
  expect(fromSchema(z.number().min(0).max(1).describe('a share'), 'x')).toMatchObject({
    description: 'a share',
    constraints: { ge: 0, le: 1 },
  })
  expect(fromSchema(z.string().default('none'), 'x').default).toEqual({ value: 'none' })
  expect(fromSchema(z.string().optional(), 'x').optional).toBe(true)
})

test.each([
  ['a check', z.string().min(2)],
  ['a format', z.email()],
  ['a refinement', z.string().refine(Boolean)],
  ['a transform', z.string().transform(Number)],
])('a schema with %s has the last word on its values', (_name, schema) => {
  expect(typeOf(schema)).toEqual({ kind: 'refined', base: { kind: 'str' }, schema })
})

test.each([
  ['a date', z.date(), { kind: 'any' }],
  [
    'a record by an enum',
    z.record(z.enum(['a']), z.int()),
    { kind: 'dict', value: { kind: 'int' } },
  ],
  ['a list of checked texts', z.array(z.email()), { kind: 'list', item: { kind: 'str' } }],
])('what a field type cannot say of %s is checked on the whole value', (_name, schema, base) => {
  expect(typeOf(schema)).toEqual({ kind: 'refined', base, schema })
})

test('values go through transforms and defaults once, however deep these are', () => {
  const schema = z.object({
    sizes: z.array(z.string().transform(Number)),
    when: z.object({ at: z.coerce.date(), zone: z.string().default('UTC') }),
    tag: z
      .string()
      .transform((text) => text.length)
      .default(7),
    clean: z.preprocess((value) => (value === '-' ? null : value), z.string().nullable()),
  })
  const value = { sizes: ['1', '22'], when: { at: '2026-01-02' }, clean: '-' }
  expect(coerce(fromSchema(schema, 'x').type, value)).toEqual({
    ok: true,
    value: {
      sizes: [1, 22],
      when: { at: new Date('2026-01-02'), zone: 'UTC' },
      tag: 7,
      clean: null,
    },
  })
})

test('an open object keeps what it lets in, and null is a literal too', () => {
  const read = (schema: z.ZodType, value: unknown) => coerce(typeOf(schema), value)
  const open = z.looseObject({ x: z.string() })
  expect(read(open, { x: '1', y: 2 })).toEqual({ ok: true, value: { x: '1', y: 2 } })
  expect(read(z.object({ x: z.string() }), { x: '1', y: 2 })).toEqual({
    ok: true,
    value: { x: '1' },
  })
  expect(read(z.literal([null, 'a']), null)).toEqual({ ok: true, value: null })
  expect(read(z.literal(null), null)).toEqual({ ok: true, value: null })
})

test('an object is a model with its own name, its title, or one made from the field', () => {
  const inner = z.object({ zip_code: z.string() })
  const outer = z.object({ shipping_address: inner })
  expect(fromSchema(outer, 'customer_data').type).toMatchObject({
    kind: 'model',
    name: 'CustomerData',
    properties: [{ name: 'shipping_address', required: true, type: { name: 'ShippingAddress' } }],
  })
  const names = new Map([[inner, 'Address']])
  expect(fromSchema(outer, 'x', names).type).toMatchObject({
    properties: [{ type: { name: 'Address' } }],
  })
  expect(fromSchema(z.object({}).meta({ title: 'Titled' }), 'x').type).toMatchObject({
    name: 'Titled',
  })
})

test('a named enum keeps its name and its members', () => {
  const color = z.enum({ RED: 'red' })
  expect(fromSchema(color, 'x', new Map([[color, 'Color']])).type).toMatchObject({
    kind: 'enum',
    name: 'Color',
    members: { RED: 'red' },
  })
})

test('a described copy of a named schema keeps its name, and its text goes with the property', () => {
  const person = z.object({ name: z.string() }).describe('A person.')
  const color = z.enum({ RED: 'red' })
  const names = new Map<StandardSchema, string>([
    [person, 'Person'],
    [color, 'Color'],
  ])
  const order = z.object({
    buyer: person.describe('Who pays.'),
    seller: person,
    ink: color.describe('Its colour.'),
  })
  expect(fromSchema(order, 'order', names).type).toMatchObject({
    properties: [
      { description: 'Who pays.', type: { name: 'Person', description: 'A person.' } },
      { type: { name: 'Person', description: 'A person.' } },
      { description: 'Its colour.', type: { kind: 'enum', name: 'Color' } },
    ],
  })
})

test('a model inside itself ends in a reference', () => {
  const node = z.object({
    get children() {
      return z.array(node)
    },
  })
  expect(fromSchema(node, 'node').type).toMatchObject({
    properties: [{ type: { item: { kind: 'opaque', jsonSchema: { $ref: '#/$defs/Node' } } } }],
  })
})

test('zod 3 schemas are read through their JSON Schema', () => {
  const schema = z3.object({
    name: z3.string().describe('full name'),
    age: z3.number().int().optional(),
  })
  expect(fromSchema(schema, 'person').type).toMatchObject({
    kind: 'model',
    name: 'person',
    properties: [
      { name: 'name', description: 'full name', required: true, type: { kind: 'str' } },
      { name: 'age', required: false, type: { kind: 'int' } },
    ],
    schema,
  })
})

test('any other Standard Schema is shown as anything and checks its values itself', () => {
  const schema = {
    '~standard': { version: 1, vendor: 'other', validate: (value: unknown) => ({ value }) },
  } as const
  expect(fromSchema(schema, 'x').type).toEqual({ kind: 'refined', base: { kind: 'any' }, schema })
})
