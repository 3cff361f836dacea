import { expect, test } from 'vitest'
import { z } from 'zod'
import type { FieldType } from '../field-type.ts'
import { fromSchema } from '../from-schema/from-schema.ts'
import { jsonSchema } from './json-schema.ts'

test.each<[FieldType, object]>([
  [{ kind: 'any' }, {}],
  [{ kind: 'list' }, { items: {}, type: 'array' }],
  [
    { kind: 'dict', value: { kind: 'any' } },
    { additionalProperties: true, type: 'object' },
  ],
  [
    { kind: 'dict', value: { kind: 'int' } },
    { additionalProperties: { type: 'integer' }, type: 'object' },
  ],
  [
    { kind: 'tuple', items: [{ kind: 'int' }, { kind: 'str' }] },
    {
      maxItems: 2,
      minItems: 2,
      prefixItems: [{ type: 'integer' }, { type: 'string' }],
      type: 'array',
    },
  ],
  [
    { kind: 'tuple', items: [], rest: { kind: 'int' } },
    { items: { type: 'integer' }, type: 'array' },
  ],
  [
    { kind: 'literal', values: ['a'] },
    { const: 'a', type: 'string' },
  ],
  [{ kind: 'literal', values: [1, 'a'] }, { enum: [1, 'a'] }],
])('%j has the schema that pydantic writes', (type, expected) => {
  expect(jsonSchema(type)).toEqual(expected)
})

test('a model has titles, and refers to the models inside it', () => {
  const address = z.object({ zip_code: z.string() })
  const person = z.object({ age: z.int().min(0), home: address.nullable().default(null) })
  const names = new Map([[address, 'Address']])
  expect(jsonSchema(fromSchema(person, 'Person', names).type)).toEqual({
    $defs: {
      Address: {
        properties: { zip_code: { title: 'Zip Code', type: 'string' } },
        required: ['zip_code'],
        title: 'Address',
        type: 'object',
      },
    },
    properties: {
      age: { minimum: 0, title: 'Age', type: 'integer' },
      home: { anyOf: [{ $ref: '#/$defs/Address' }, { type: 'null' }], default: null },
    },
    required: ['age'],
    title: 'Person',
    type: 'object',
  })
})

test('a model that contains itself refers to itself', () => {
  const node = z.object({
    get children() {
      return z.array(node)
    },
  })
  expect(jsonSchema(fromSchema(node, 'Node').type)).toEqual({
    $defs: {
      Node: {
        properties: {
          children: { items: { $ref: '#/$defs/Node' }, title: 'Children', type: 'array' },
        },
        required: ['children'],
        title: 'Node',
        type: 'object',
      },
    },
    $ref: '#/$defs/Node',
  })
})
