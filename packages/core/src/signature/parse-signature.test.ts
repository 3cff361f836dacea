import { describe, expect, test } from 'vitest'
import { SignatureError } from '../errors/signature-error.ts'
import type { FieldType } from '../schema/field-type.ts'
import { parseSignature } from './parse-signature.ts'

const person: FieldType = { kind: 'model', name: 'Person', properties: [] }
const named: ReadonlyMap<string, FieldType> = new Map([['Person', person]])
const str: FieldType = { kind: 'str' }

function fieldsOf(text: string): [[string, FieldType][], [string, FieldType][]] {
  const { inputs, outputs } = parseSignature(text, named)
  return [[...inputs], [...outputs]]
}

function errorOf(text: string): SignatureError {
  try {
    parseSignature(text, named)
  } catch (error) {
    if (SignatureError.is(error)) return error
    throw error
  }
  throw new Error(`no error for ${text}`)
}

describe('a signature string', () => {
  test('names inputs and outputs in order, of type str unless it says otherwise', () => {
    expect(fieldsOf('question, context: list[str] -> answer, confidence: float')).toEqual([
      [
        ['question', str],
        ['context', { kind: 'list', item: str }],
      ],
      [
        ['answer', str],
        ['confidence', { kind: 'float' }],
      ],
    ])
  })

  test("reads DSPy's and TypeScript's spelling alike", () => {
    expect(
      fieldsOf("t: list[str], d: dict[str, int] -> c: Literal['x', 'y'], o: Optional[bool]"),
    ).toEqual(fieldsOf("t: string[], d: Record<string, int> -> c: 'x' | 'y', o: boolean | null"))
  })

  test("takes the grammar's own characters inside quotes as text", () => {
    expect(fieldsOf(`a -> label: Literal['x -> y', "b: c, d", '[']`)[1]).toEqual([
      ['label', { kind: 'literal', values: ['x -> y', 'b: c, d', '['] }],
    ])
  })

  test('uses the named types', () => {
    expect(fieldsOf('text -> people: list[Person]')[1]).toEqual([
      ['people', { kind: 'list', item: person }],
    ])
  })

  test.each(['q->a', '  q  ->  a  ', 'q\n->\n\ta\r\n', 'q, -> a,', 'q : str -> a:str'])(
    '%j ignores white space and a comma after the last field',
    (text) => {
      expect(fieldsOf(text)).toEqual([[['q', str]], [['a', str]]])
    },
  )

  test('may have no inputs', () => {
    expect(fieldsOf('-> joke')).toEqual([[], [['joke', str]]])
  })

  test('allows names in any script', () => {
    expect(fieldsOf('été, 質問_2 -> _réponse')).toEqual([
      [
        ['été', str],
        ['質問_2', str],
      ],
      [['_réponse', str]],
    ])
  })

  test.each([
    ['question, answer', 'has 0'],
    ['a -> b -> c', 'has 2'],
    ['', 'has 0'],
    ['question ->', 'A signature needs an output field'],
    [', a -> b', 'A field name is missing in `, a`'],
    ['a,, b -> c', 'A field name is missing in `a,, b`'],
    [': str -> b', 'A field name is missing in `: str`'],
    ['a: -> b', 'A type is missing in `a:`'],
    ['a b -> c', '`a b` is not a field: write `name` or `name: type`'],
    ["'a' -> c", "`'a'` is not a field"],
    ['a.b -> c', '`a.b` is not a field'],
    ['1a -> c', 'Unexpected `1a`'],
    ['a-b -> c', 'Unexpected `-b`'],
    ['a$ -> c', 'Unexpected `$`'],
    ['a, a -> c', 'The field `a` appears twice'],
    ['a -> b, a: int', 'The field `a` appears twice'],
    ['a: list[int -> c', '`[` is never closed in `a: list[int`'],
    ['a: int] -> c', '`]` closes nothing in `a: int]`'],
    ["user's question -> c", "The quote that opens `'s question -> c` is never closed"],
    ['a: str b: int -> c', '`str b: int` is not a type in `a: str b: int`'],
    [
      'x: int, a: strng -> b',
      'Unknown type `strng` in `a: strng`. Did you mean `string`? Define your own with { types: { strng: … } }.',
    ],
  ])('%j is explained', (text, message) => {
    expect(errorOf(text).message).toContain(message)
  })

  test('the error names the part at fault', () => {
    expect(errorOf('a: list[strng] -> b').part).toBe('strng')
    expect(errorOf('a -> b, a').part).toBe('a')
  })
})
