import { expect, test } from 'vitest'
import { z } from 'zod'
import { isJSONObject } from '../../schema/json-object.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { makeSignature } from '../../signature/make-signature.ts'
import { outputSchema } from './output-schema.ts'
import { strictSchema } from './strict-schema.ts'

const Place = z.object({ street: z.string().max(80).describe('with number'), zip: z.string() })
const types = {
  Place,
  Person: z.object({
    name: z.string().min(1).describe('full name'),
    age: z.number().int().min(0).max(150),
    tags: z.array(z.string()).max(5).default([]),
    nickname: z.string().optional(),
    home: Place.describe('where they live'),
    other: Place.nullable().default(null),
  }),
}

function strict(spec: string) {
  return strictSchema(outputSchema(makeSignature(spec, { types })))
}

test('every object lists all its properties as required and lets none besides in', () => {
  expect(strict('q -> answer, people: list[Person]')).toMatchInlineSnapshot(`
    {
      "$defs": {
        "Person": {
          "additionalProperties": false,
          "properties": {
            "age": {
              "type": "integer",
            },
            "home": {
              "additionalProperties": false,
              "description": "where they live",
              "properties": {
                "street": {
                  "description": "with number",
                  "type": "string",
                },
                "zip": {
                  "type": "string",
                },
              },
              "required": [
                "street",
                "zip",
              ],
              "type": "object",
            },
            "name": {
              "description": "full name",
              "type": "string",
            },
            "nickname": {
              "anyOf": [
                {
                  "type": "string",
                },
                {
                  "type": "null",
                },
              ],
            },
            "other": {
              "anyOf": [
                {
                  "$ref": "#/$defs/Place",
                },
                {
                  "type": "null",
                },
              ],
            },
            "tags": {
              "items": {
                "type": "string",
              },
              "type": "array",
            },
          },
          "required": [
            "name",
            "age",
            "tags",
            "nickname",
            "home",
            "other",
          ],
          "type": "object",
        },
        "Place": {
          "additionalProperties": false,
          "properties": {
            "street": {
              "description": "with number",
              "type": "string",
            },
            "zip": {
              "type": "string",
            },
          },
          "required": [
            "street",
            "zip",
          ],
          "type": "object",
        },
      },
      "additionalProperties": false,
      "properties": {
        "answer": {
          "type": "string",
        },
        "people": {
          "items": {
            "$ref": "#/$defs/Person",
          },
          "type": "array",
        },
      },
      "required": [
        "answer",
        "people",
      ],
      "type": "object",
    }
  `)
})

test('nothing remains of what strict modes refuse', () => {
  const schema = strict(
    "q -> person: Person, pair: tuple[int, str], point: tuple[float, float], mixed: Literal[1, 'a'], maybe: Optional[int], code: Code",
  )
  const allowed = new Set([
    '$defs',
    '$ref',
    'additionalProperties',
    'anyOf',
    'const',
    'description',
    'enum',
    'items',
    'properties',
    'required',
    'type',
  ])
  const keywords = new Set<string>()
  const visit = (part: JSONValue | undefined): void => {
    if (Array.isArray(part)) part.forEach(visit)
    if (!isJSONObject(part)) return
    for (const [key, value] of Object.entries(part)) {
      keywords.add(key)
      if (key === 'properties' || key === '$defs') {
        if (isJSONObject(value)) Object.values(value).forEach(visit)
      } else if (key !== 'enum' && key !== 'const') visit(value)
    }
    if ('$ref' in part) expect(Object.keys(part)).toEqual(['$ref'])
  }
  visit(schema)
  expect([...keywords].filter((key) => !allowed.has(key))).toEqual([])
})

test('a tuple is a list of its kinds of items, and a mixed literal names each type', () => {
  const schema = strict(
    "q -> pair: tuple[int, str], point: tuple[float, float], l: Literal[1, 'a']",
  )
  expect(schema?.['properties']).toEqual({
    pair: { type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'string' }] } },
    point: { type: 'array', items: { type: 'number' } },
    l: {
      anyOf: [
        { const: 1, type: 'integer' },
        { const: 'a', type: 'string' },
      ],
    },
  })
})

test.each([
  'q -> d: dict[str, int]',
  'q -> d: dict',
  'q -> x: Any',
  'q -> l: list',
  'q -> rows: list[dict[str, Any]]',
  'q -> calls: ToolCalls',
])('%s is open, so no strict schema tells of it', (spec) => {
  expect(strict(spec)).toBeUndefined()
})

test('a described type inside itself ends in a reference', () => {
  const next = { $ref: '#/$defs/Node', description: 'the next one' }
  const Node = { type: 'object', properties: { next }, required: ['next'] }
  const properties = { node: { $ref: '#/$defs/Node' } }
  expect(strictSchema({ $defs: { Node }, type: 'object', properties })).toMatchObject({
    $defs: { Node: { properties: { next: { properties: { next: { $ref: '#/$defs/Node' } } } } } },
  })
})
