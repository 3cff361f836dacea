import { describe, expect, it } from 'vitest'
import type { FieldType } from '../field-type.ts'
import { parseValue } from './parse-value.ts'

const str: FieldType = { kind: 'str' }
const int: FieldType = { kind: 'int' }
const float: FieldType = { kind: 'float' }
const bool: FieldType = { kind: 'bool' }
const topic: FieldType = { kind: 'literal', values: ['billing', 'technical'] }
const color: FieldType = {
  kind: 'enum',
  name: 'Color',
  members: { BLUE: 'blue', DARK: 'dark blue' },
}
const digit: FieldType = { kind: 'literal', values: [1, 2, 3] }
const list = (item: FieldType): FieldType => ({ kind: 'list', item })
const optional = (type: FieldType): FieldType => ({
  kind: 'union',
  options: [type, { kind: 'none' }],
})
const item: FieldType = {
  kind: 'model',
  name: 'Item',
  properties: [
    { name: 'topic', type: topic, required: true },
    { name: 'share', type: float, required: true },
  ],
}

describe('repairValue', () => {
  it.each<[FieldType, unknown, unknown]>([
    [topic, 'Billing', 'billing'],
    [topic, '**billing**', 'billing'],
    [topic, '`Billing`.', 'billing'],
    [topic, 'Category: billing', 'billing'],
    [topic, '**Category:** Billing', 'billing'],
    [topic, 'The category is billing.', 'billing'],
    [topic, 'billing\n\nThe customer was charged twice, which is not technical.', 'billing'],
    [topic, '```\nbilling\n```', 'billing'],
    [color, 'It is dark-blue', 'dark blue'],
    [color, 'Blue', 'blue'],
    [digit, '2', 2],
    [digit, 'Rating: 3', 3],
    [{ kind: 'literal', values: ['A', 'B'] }, 'The answer is B.', 'B'],
  ])('recognises a label of %j in %j', (type, raw, value) => {
    expect(parseValue(type, raw)).toEqual({ ok: true, value })
  })

  it.each<[FieldType, string, number]>([
    [float, '90%', 0.9],
    [int, '90%', 90],
    [float, '1,234.5', 1234.5],
    [float, '$12.50', 12.5],
    [float, 'about 12', 12],
    [float, '-5 °C', -5],
    [float, 'Confidence: 0.9', 0.9],
    [float, '**0.9**', 0.9],
    [float, '~0.75.', 0.75],
    [int, '42 years old', 42],
    [int, '"7"', 7],
  ])('reads a %j from %j', (type, raw, value) => {
    expect(parseValue(type, raw)).toEqual({ ok: true, value })
  })

  it.each<[string, boolean]>([
    ['yes.', true],
    [' True\n', true],
    ['True (the user was charged)', true],
    ['No, it does not.', false],
    ['The answer is yes', true],
    ['**False**', false],
    ['Urgent: no', false],
  ])('reads a bool from %j', (raw, value) => {
    expect(parseValue(bool, raw)).toEqual({ ok: true, value })
  })

  it.each<[FieldType, unknown, unknown]>([
    [list(str), '- a\n- b c', ['a', 'b c']],
    [list(str), 'They are:\n1. a\n2) b', ['a', 'b']],
    [list(str), 'red\ndark green', ['red', 'dark green']],
    [list(str), 'red, green, blue', ['red', 'green', 'blue']],
    [list(str), [1, 2.5], ['1', '2.5']],
    [list(str), 'red', ['red']],
    [list(str), '"[\\"a\\"]"', ['a']],
    [list(int), 5, [5]],
    [list(float), '10%, 20%', [0.1, 0.2]],
    [list(topic), 'Billing, Technical', ['billing', 'technical']],
    [list(item), { topic: 'billing', share: 1 }, [{ topic: 'billing', share: 1 }]],
    [list(item), [{ topic: 'Billing', share: '50%' }], [{ topic: 'billing', share: 0.5 }]],
    [item, [{ topic: 'billing', share: 1 }], { topic: 'billing', share: 1 }],
    [{ kind: 'dict', value: int }, '"{\\"a\\": 1}"', { a: 1 }],
    [{ kind: 'dict', value: float }, { a: '90%' }, { a: 0.9 }],
  ])('reads %j from %j', (type, raw, value) => {
    expect(parseValue(type, raw)).toEqual({ ok: true, value })
  })

  it.each(['none', 'N/A', '', 'NULL', 'None.'])(
    'takes %j for null where null is allowed',
    (raw) => {
      expect(parseValue(optional(int), raw)).toEqual({ ok: true, value: null })
      expect(parseValue(optional(topic), raw)).toEqual({ ok: true, value: null })
      expect(parseValue(int, raw).ok).toBe(false)
    },
  )
})

describe('repairValue of what is no answer', () => {
  const types = [
    topic,
    digit,
    color,
    int,
    float,
    bool,
    list(topic),
    list(str),
    list(int),
    optional(int),
    item,
  ]
  it.each([
    'I cannot answer that',
    'I cannot answer',
    "I'm sorry, but I can't help with 3 questions.",
    'Sorry, I am unable to say.',
    'As an AI model I have no opinion about billing or technical matters, or about the 2 others.',
    'It depends on the case at hand, I would say.',
    'I do not know',
    '!',
  ])('stays a failure for every type: %j', (raw) => {
    for (const type of types) expect(parseValue(type, raw).ok, JSON.stringify(type)).toBe(false)
  })

  it.each<[FieldType, string]>([
    [topic, 'billing or technical'],
    [topic, 'It is not billing'],
    [topic, 'refund'],
    [topic, 'This is about billing because the customer says that he was charged twice'],
    [{ kind: 'literal', values: ['a', 'b'] }, 'I have a question'],
    [{ kind: 'literal', values: ['yes', 'no'] }, 'There is no way to know'],
    [digit, '2 out of 3'],
    [float, '3-5'],
    [float, '9/10'],
    [float, '2024-01-02'],
    [float, '12:30'],
    [float, '3 million'],
    [float, '5k'],
    [float, 'v2'],
    [float, '1.2.3'],
    [float, '€1,5'],
    [int, '3.5'],
    [int, 'the 2nd'],
    [bool, 'It is not true'],
    [bool, 'No, I cannot answer that'],
    [bool, 'Not sure, no'],
    [list(str), 'The first is red. The second, I think, is green.'],
    [list(str), 'None'],
    [int, ']]\n  3'],
  ])('makes no %j of the ambiguous %j', (type, raw) => {
    expect(parseValue(type, raw).ok).toBe(false)
  })
})
