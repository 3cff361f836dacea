import { describe, expect, it } from 'vitest'
import type { JSONValue } from '../json-value.ts'
import { parseLenientJSON } from './parse-lenient-json.ts'

type Row = readonly [text: string, value: JSONValue | undefined]

describe('parseLenientJSON', () => {
  it.each<Row>([
    ['{"a": [1, 2.5, "x", true, null]}', { a: [1, 2.5, 'x', true, null] }],
    ['""', ''],
    [' 3 ', 3],
    ['"text"', 'text'],
    ['null', null],
  ])('reads faultless JSON strictly: %j', (text, value) => {
    expect(parseLenientJSON(text)).toEqual(value)
  })

  it.each<Row>([
    ['', undefined],
    ['just some prose', undefined],
    ['None', undefined],
    ['1,234.5', undefined],
    ['see https://example.org/a (or not)', undefined],
  ])('finds nothing where nothing looks like JSON: %j', (text, value) => {
    expect(parseLenientJSON(text)).toBe(value)
  })

  it.each<Row>([
    ['```json\n{"a": 1}\n```', { a: 1 }],
    ['Here is the JSON:\n{"a": "ends with newline\\n"}\nDone.', { a: 'ends with newline\n' }],
    ['Sure (as asked):\n```\n[1, 2]\n```\nIs "that" all?', [1, 2]],
    ['see https://example.org/x {"a": 1}', { a: 1 }],
    ['# note\n// note\n/* note */ {"a": 1}', { a: 1 }],
    ['{"a": 1}\n{"a": 2}', { a: 2 }],
    ['{"a": 1}\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['{"a": 1}, {"a": 2}', [{ a: 1 }, { a: 2 }]],
    ['{"a": 1}, "b": 2}', { a: 1, b: 2 }],
    ['"a": 1, "b": {"c": 2}}', { a: 1, b: { c: 2 } }],
    ['{\\"a\\": \\"b\\"}', { a: 'b' }],
  ])('finds JSON among other text: %j', (text, value) => {
    expect(parseLenientJSON(text)).toEqual(value)
  })

  it.each<Row>([
    ['{"a": {"b": 1', { a: { b: 1 } }],
    ['{"a": [1, 2', { a: [1, 2] }],
    ['{"a": "cut off he', { a: 'cut off he' }],
    ['{"a": [1, 2, "b": 3}', { a: [1, 2, { b: 3 }] }],
    ['[{"a": 1}}, {"a": 2}]', [{ a: 1 }, { a: 2 }]],
    ['[{"a": 1, "b": 2, {"a": 3}]', [{ a: 1, b: 2 }, { a: 3 }]],
    ['[{"a": 1 "a": 2}]', [{ a: 1 }, { a: 2 }]],
  ])('closes and opens brackets that are missing: %j', (text, value) => {
    expect(parseLenientJSON(text)).toEqual(value)
  })

  it.each<Row>([
    ['{"a": 1,}', { a: 1 }],
    ['{"a": 1 ,}', { a: 1 }],
    ['[1, 2,]', [1, 2]],
    ['[1,, 2]', [1, 2]],
    ['{"a": 1\n,    "b": 2}', { a: 1, b: 2 }],
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }],
    ['{"a" "b"}', { a: 'b' }],
    ['["a" "b"]', ['a', 'b']],
    ['[1, 2, ...]', [1, 2]],
  ])('overlooks stray and missing punctuation: %j', (text, value) => {
    expect(parseLenientJSON(text)).toEqual(value)
  })

  it.each<Row>([
    ["{'a': 'b c'}", { a: 'b c' }],
    ["{'a': True, 'b': False}", { a: true, b: false }],
    ['{"a": None}', { a: 'None' }],
    ['{a: 1, b_c: "x"}', { a: 1, b_c: 'x' }],
    ['{“a”: “b”}', { a: 'b' }],
    ["(1, 'a')", [1, 'a']],
    ['{"a": (1,)}', { a: [1] }],
    ['{1, 2}', [1, 2]],
    ['[{"a": None}, {"b": 1}]', [{ a: 'None' }, { b: 1 }]],
    ['[{"a": 1 ,}, {"a": 2 ,}]', [{ a: 1 }, { a: 2 }]],
    ['[null, nonsense]', [null, 'nonsense']],
  ])('reads Python and JavaScript spelling as DSPy does: %j', (text, value) => {
    expect(parseLenientJSON(text)).toEqual(value)
  })

  it.each<Row>([
    ['{"a": "b, "c": 1}', { a: 'b', c: 1 }],
    ['{"a": b", "c": 1}', { a: 'b', c: 1 }],
    ['{"a: "b"}', { a: 'b' }],
    ['{"a": "he said "hi" to me", "b": 1}', { a: 'he said "hi" to me', b: 1 }],
    ['["he said "hi" to me"]', ['he said "hi" to me']],
    ['{"a": ""quoted""}', { a: 'quoted' }],
    ['{"a": "", "b": 1,}', { a: '', b: 1 }],
    ['{"a": "one\ntwo"}', { a: 'one\ntwo' }],
    ['{"a": "tab\\tquote\\" \\u00e9",}', { a: 'tab\tquote" é' }],
    ['{"a": "C:\\\\dir",}', { a: 'C:\\dir' }],
    ['{"a": "ends with newline\\n",}', { a: 'ends with newline' }],
    [
      '{"a": "see {x} and [y], or, well: no", "b": 1,}',
      { a: 'see {x} and [y], or, well: no', b: 1 },
    ],
  ])('mends quotes and escapes: %j', (text, value) => {
    expect(parseLenientJSON(text)).toEqual(value)
  })

  it.each<Row>([
    ['{"a": 1, // one\n"b": 2}', { a: 1, b: 2 }],
    ['[1, # one\n2]', [1, 2]],
    ['{"a": 1_000, "b": 1,234}', { a: 1000, b: '1,234' }],
    ['{"a": 2024-01-02, "b": 5kg,}', { a: '2024-01-02', b: '5kg' }],
    ['{"a": 1e+16,}', { a: 1 }],
  ])('reads comments and odd numbers: %j', (text, value) => {
    expect(parseLenientJSON(text)).toEqual(value)
  })

  it('keeps __proto__ as a harmless own key', () => {
    const value = parseLenientJSON('{"__proto__": {"polluted": 1},}')
    expect(Object.keys(value ?? {})).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })
})

it('quotes are unescaped only where all of them are escaped, as json_repair does', () => {
  expect(parseLenientJSON('{\\"b\\": \\"1\\", \\"c\\": \\"x\\"}')).toEqual({ b: '1', c: 'x' })
  expect(parseLenientJSON('{\\"b\\": 1, "c": "say \\"x\\""}')).toEqual({
    'b": 1, "c': 'say "x"',
  })
})
