import { describe, expect, test } from 'vitest'
import { SignatureError } from '../../errors/signature-error.ts'
import type { FieldType } from '../field-type.ts'
import { parseType } from './parse-type.ts'

const named: ReadonlyMap<string, FieldType> = new Map([
  ['Customer', { kind: 'model', name: 'Customer', properties: [] }],
])

function errorOf(text: string): SignatureError {
  try {
    parseType(text, named)
  } catch (error) {
    if (SignatureError.is(error)) return error
    throw error
  }
  throw new Error(`no error for ${text}`)
}

describe('a malformed type', () => {
  test.each([
    [
      'strng',
      'Unknown type `strng`. Did you mean `string`? Define your own with { types: { strng: … } }.',
    ],
    ['list[strng]', 'Unknown type `strng` in `list[strng]`. Did you mean `string`?'],
    ['String', 'Did you mean `string`?'],
    ['integer', 'Did you mean `int`?'],
    ['object', 'Did you mean `dict`?'],
    ['set[str]', 'Unknown type `set` in `set[str]`. Did you mean `list`?'],
    ['Custmer', 'Did you mean `Customer`?'],
    ['Wherever', 'Unknown type `Wherever`. Define your own'],
    ['constructor', 'Unknown type `constructor`. Define your own'],
    ['', 'A type is missing in ``'],
    ['str |', 'A type is missing in `str |`'],
    ['list[,]', 'A type is missing'],
    ['Optional', '`Optional` needs arguments, such as `Optional[str]`'],
    ['Literal', "`Literal` needs arguments, such as `Literal['a', 'b']`"],
    ['list[]', 'Empty brackets in `list[]`'],
    ['Literal[]', 'Empty brackets in `Literal[]`'],
    ['dict[ ]', 'Empty brackets in `dict[ ]`'],
    ['list[str', '`[` is never closed in `list[str`'],
    ['list str]', '`]` closes nothing in `list str]`'],
    ['list[(str])', '`(` is closed by `]`'],
    ["'a | b", "The quote that opens `'a | b` is never closed"],
    ['list[int, str]', '`list[int, str]` takes one type and was given 2'],
    ['dict[str]', '`dict[str]` takes a key type and a value type'],
    ['dict[str, int, int]', 'takes a key type and a value type'],
    ['dict[int, str]', 'The key type of `dict[int, str]` must be `str`'],
    ['tuple[int, str, ...]', '`...` stands after one type only'],
    ['tuple[...]', '`...` stands after one type only'],
    ['Literal[red]', '`Literal[red]` must hold quoted texts'],
    ['Literal[1.0]', '`Literal[1.0]` must hold'],
    ['Code[python]', '`Code[python]` must hold a language in quotes'],
    ['int[str]', '`int` takes no arguments, as in `int[str]`'],
    ['Customer[str]', '`Customer` takes no arguments'],
    ['int str', '`int str` is not a type'],
    ["'a' 'b'", "`'a' 'b'` is not a type"],
    ['int: str', '`int: str` is not a type'],
    ['str?', 'Unexpected `?` in `str?`'],
    ['3d', 'Unexpected `3d` in `3d`'],
  ])('%j is explained', (text, message) => {
    expect(errorOf(text).message).toContain(message)
  })

  test('the error names the part at fault', () => {
    expect(errorOf('dict[str, list[strng]]').part).toBe('strng')
    expect(errorOf('list[dict[int, str]]').part).toBe('dict[int, str]')
  })

  test('brackets without end are refused before they exhaust the stack', () => {
    expect(errorOf(`${'('.repeat(100_000)}int`).message).toContain('More than 64 brackets')
  })
})
