import { describe, expect, test } from 'vitest'
import type { FieldType } from '../field-type.ts'
import { parseType } from './parse-type.ts'

const str: FieldType = { kind: 'str' }
const int: FieldType = { kind: 'int' }
const none: FieldType = { kind: 'none' }
const person: FieldType = { kind: 'model', name: 'Person', properties: [] }
const named: ReadonlyMap<string, FieldType> = new Map([
  ['Person', person],
  ['Image', person],
])
const noNames: ReadonlyMap<string, FieldType> = new Map()
const list = (item: FieldType): FieldType => ({ kind: 'list', item })
const dict = (value: FieldType): FieldType => ({ kind: 'dict', value })
const literal = (...values: (string | number | boolean | null)[]): FieldType => ({
  kind: 'literal',
  values,
})
const union = (...options: FieldType[]): FieldType => ({ kind: 'union', options })

describe('a type text', () => {
  test.each<[string, FieldType]>([
    ['str', str],
    ['string', str],
    ['int', int],
    ['float', { kind: 'float' }],
    ['number', { kind: 'float' }],
    ['bool', { kind: 'bool' }],
    ['boolean', { kind: 'bool' }],
    ['Any', { kind: 'any' }],
    ['any', { kind: 'any' }],
    ['unknown', { kind: 'any' }],
    ['None', none],
    ['null', none],
    ['  str\n', str],
  ])('%j is a scalar', (text, type) => {
    expect(parseType(text, noNames)).toEqual(type)
  })

  test.each<[string, FieldType]>([
    ['list', { kind: 'list' }],
    ['list[str]', list(str)],
    ['List[str]', list(str)],
    ['Array<string>', list(str)],
    ['string[]', list(str)],
    ['int[][]', list(list(int))],
    ['list[list[int]]', list(list(int))],
    ['list [ str , ]', list(str)],
    ['dict', { kind: 'dict' }],
    ['dict[str, int]', dict(int)],
    ['Dict[string, int]', dict(int)],
    ['Record<string, int>', dict(int)],
    ['dict[str, Record<string, int[]>]', dict(dict(list(int)))],
    ['tuple[int, str]', { kind: 'tuple', items: [int, str] }],
    ['tuple[int]', { kind: 'tuple', items: [int] }],
    ['tuple[int, ...]', { kind: 'tuple', items: [], rest: int }],
    ['tuple', { kind: 'tuple', items: [], rest: { kind: 'any' } }],
  ])('%j is a container', (text, type) => {
    expect(parseType(text, noNames)).toEqual(type)
  })

  test.each<[string, FieldType]>([
    [`Literal['a', "it's", 3, True]`, literal('a', "it's", 3, true)],
    [`Literal['a', "it's", 'c d']`, literal('a', "it's", 'c d')],
    ['Literal[1, -2, 1.5, False]', literal(1, -2, 1.5, false)],
    [
      `Literal['a -> b', 'c, d', '[(', ']', ':', '|']`,
      literal('a -> b', 'c, d', '[(', ']', ':', '|'),
    ],
    [String.raw`Literal['it\'s', "q\"q", 'a\\b', 'x\ny']`, literal("it's", 'q"q', 'a\\b', 'x\ny')],
    [`'a'`, literal('a')],
    [`''`, literal('')],
    [`'a' | 'b'`, literal('a', 'b')],
    [`"a" | 'a' | "b"`, literal('a', 'b')],
    ['1 | 2', literal(1, 2)],
    ['true | false', literal(true, false)],
    [`Literal['a'] | Literal['b']`, literal('a', 'b')],
    [`('a' | 'b')[]`, list(literal('a', 'b'))],
    [`Literal['a', None]`, literal('a', null)],
  ])('%j is made of literals', (text, type) => {
    expect(parseType(text, noNames)).toEqual(type)
  })

  test.each<[string, FieldType]>([
    ['Optional[str]', union(str, none)],
    ['str | None', union(str, none)],
    ['None | str', union(none, str)],
    ['str | null', union(str, none)],
    ['Union[int, str]', union(int, str)],
    ['Union[int]', int],
    ['int | str | int', union(int, str)],
    [`'a' | 'b' | None`, union(literal('a', 'b'), none)],
    [`int | 'a' | str | 'b'`, union(int, literal('a', 'b'), str)],
    ['Optional[int | str]', union(int, str, none)],
    ['Optional[Optional[int]]', union(int, none)],
    ['(int | str)[] | None', union(list(union(int, str)), none)],
    ['list[int | None]', list(union(int, none))],
  ])('%j is a union', (text, type) => {
    expect(parseType(text, noNames)).toEqual(type)
  })

  test.each([
    'History',
    'Image',
    'Audio',
    'File',
    'Document',
    'Code',
    'Reasoning',
    'Tool',
    'ToolCalls',
  ])('%j is a special type, with and without the module name', (name) => {
    expect(parseType(name, noNames)).toEqual({ kind: 'special', name })
    expect(parseType(`dspy.${name}`, noNames)).toEqual({ kind: 'special', name })
    expect(parseType(`${name}[]`, noNames)).toEqual({
      kind: 'list',
      item: { kind: 'special', name },
    })
  })

  test('a language in brackets belongs to the code', () => {
    const code: FieldType = { kind: 'special', name: 'Code', language: 'python' }
    expect(parseType('Code["python"]', noNames)).toEqual(code)
    expect(parseType("list[dspy.Code['python']]", noNames)).toEqual(list(code))
  })

  test('a named type goes before a built-in one of the same name', () => {
    expect(parseType('Person', named)).toBe(person)
    expect(parseType('Optional[Person] | None', named)).toEqual(union(person, none))
    expect(parseType('Image', named)).toBe(person)
    expect(parseType('dspy.Image', named)).toEqual({ kind: 'special', name: 'Image' })
  })
})
