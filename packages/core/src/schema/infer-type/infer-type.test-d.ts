import { describe, expectTypeOf, test } from 'vitest'
import type { SpecialTypes } from '../special/special-types.ts'
import type { StandardSchema } from '../standard-schema.ts'
import type { InferType, TypeProblem } from './infer-type.ts'

interface Person {
  name: string
  age: number
}
type Named = {
  Person: StandardSchema<unknown, Person>
  Image: StandardSchema<unknown, 'mine'>
}

describe('the type of a type text', () => {
  test('scalars', () => {
    expectTypeOf<InferType<'str'>>().toEqualTypeOf<string>()
    expectTypeOf<InferType<'string'>>().toEqualTypeOf<string>()
    expectTypeOf<InferType<'int'>>().toEqualTypeOf<number>()
    expectTypeOf<InferType<'float'>>().toEqualTypeOf<number>()
    expectTypeOf<InferType<'number'>>().toEqualTypeOf<number>()
    expectTypeOf<InferType<'bool'>>().toEqualTypeOf<boolean>()
    expectTypeOf<InferType<'boolean'>>().toEqualTypeOf<boolean>()
    expectTypeOf<InferType<'Any'>>().toEqualTypeOf<unknown>()
    expectTypeOf<InferType<'any'>>().toEqualTypeOf<unknown>()
    expectTypeOf<InferType<'unknown'>>().toEqualTypeOf<unknown>()
    expectTypeOf<InferType<'None'>>().toEqualTypeOf<null>()
    expectTypeOf<InferType<'null'>>().toEqualTypeOf<null>()
    expectTypeOf<InferType<' \n\tstr\r\n '>>().toEqualTypeOf<string>()
  })

  test('lists', () => {
    expectTypeOf<InferType<'list'>>().toEqualTypeOf<unknown[]>()
    expectTypeOf<InferType<'list[str]'>>().toEqualTypeOf<string[]>()
    expectTypeOf<InferType<'List[ str , ]'>>().toEqualTypeOf<string[]>()
    expectTypeOf<InferType<'Array<string>'>>().toEqualTypeOf<string[]>()
    expectTypeOf<InferType<'string[]'>>().toEqualTypeOf<string[]>()
    expectTypeOf<InferType<'int[][]'>>().toEqualTypeOf<number[][]>()
    expectTypeOf<InferType<'list[list[int]]'>>().toEqualTypeOf<number[][]>()
    expectTypeOf<InferType<'list[int][]'>>().toEqualTypeOf<number[][]>()
  })

  test('dictionaries and tuples', () => {
    expectTypeOf<InferType<'dict'>>().toEqualTypeOf<Record<string, unknown>>()
    expectTypeOf<InferType<'dict[str, int]'>>().toEqualTypeOf<Record<string, number>>()
    expectTypeOf<InferType<'Dict[string,int]'>>().toEqualTypeOf<Record<string, number>>()
    expectTypeOf<InferType<'Record<string, list[int]>'>>().toEqualTypeOf<Record<string, number[]>>()
    expectTypeOf<InferType<'dict[str, dict[str, Any]]'>>().toEqualTypeOf<
      Record<string, Record<string, unknown>>
    >()
    expectTypeOf<InferType<'tuple'>>().toEqualTypeOf<unknown[]>()
    expectTypeOf<InferType<'tuple[int]'>>().toEqualTypeOf<[number]>()
    expectTypeOf<InferType<'tuple[int, list[str]]'>>().toEqualTypeOf<[number, string[]]>()
    expectTypeOf<InferType<'tuple[int, ...]'>>().toEqualTypeOf<number[]>()
  })

  test('literals', () => {
    expectTypeOf<InferType<`Literal['a', "it's", 3, -1.5, True]`>>().toEqualTypeOf<
      'a' | "it's" | 3 | -1.5 | true
    >()
    expectTypeOf<InferType<"'a' | 'b'">>().toEqualTypeOf<'a' | 'b'>()
    expectTypeOf<InferType<'1 | 2'>>().toEqualTypeOf<1 | 2>()
    expectTypeOf<InferType<'true | false'>>().toEqualTypeOf<boolean>()
    expectTypeOf<InferType<"('a' | 'b')[]">>().toEqualTypeOf<('a' | 'b')[]>()
    expectTypeOf<InferType<"Literal['a', None]">>().toEqualTypeOf<'a' | null>()
    expectTypeOf<InferType<"''">>().toEqualTypeOf<''>()
  })

  test('what the grammar means is only text inside quotes', () => {
    expectTypeOf<InferType<`Literal['a -> b', 'c, d', '[(<', ':|', " ' "]`>>().toEqualTypeOf<
      'a -> b' | 'c, d' | '[(<' | ':|' | " ' "
    >()
    expectTypeOf<InferType<`'it\\'s' | "q\\"q" | 'a\\\\b' | 'x\\ny'`>>().toEqualTypeOf<
      "it's" | 'q"q' | 'a\\b' | 'x\ny'
    >()
  })

  test('unions', () => {
    expectTypeOf<InferType<'Optional[str]'>>().toEqualTypeOf<string | null>()
    expectTypeOf<InferType<'str | None'>>().toEqualTypeOf<string | null>()
    expectTypeOf<InferType<'str|null'>>().toEqualTypeOf<string | null>()
    expectTypeOf<InferType<'Union[int, list[str]]'>>().toEqualTypeOf<number | string[]>()
    expectTypeOf<InferType<"'a' | 'b' | None">>().toEqualTypeOf<'a' | 'b' | null>()
    expectTypeOf<InferType<'dict[str, int | None] | (int | str)[]'>>().toEqualTypeOf<
      Record<string, number | null> | (number | string)[]
    >()
  })

  test('special types', () => {
    expectTypeOf<InferType<'History'>>().toEqualTypeOf<SpecialTypes['History']>()
    expectTypeOf<InferType<'dspy.Image'>>().toEqualTypeOf<SpecialTypes['Image']>()
    expectTypeOf<InferType<'list[Tool]'>>().toEqualTypeOf<SpecialTypes['Tool'][]>()
    expectTypeOf<InferType<'ToolCalls'>>().toEqualTypeOf<SpecialTypes['ToolCalls']>()
    expectTypeOf<InferType<'ToolCall'>>().toEqualTypeOf<SpecialTypes['ToolCall']>()
    expectTypeOf<InferType<'list[Citations]'>>().toEqualTypeOf<SpecialTypes['Citations'][]>()
    expectTypeOf<InferType<'Reasoning'>>().toEqualTypeOf<string>()
    expectTypeOf<InferType<"Literal['a', None]">>().toEqualTypeOf<'a' | null>()
    expectTypeOf<InferType<'Code'>>().toEqualTypeOf<string>()
    expectTypeOf<InferType<'Code["java"]'>>().toEqualTypeOf<string>()
    expectTypeOf<InferType<"dspy.Code['java']">>().toEqualTypeOf<string>()
  })

  test('named types, which go before the built-in ones', () => {
    expectTypeOf<InferType<'Person', Named>>().toEqualTypeOf<Person>()
    expectTypeOf<InferType<'Optional[list[Person]]', Named>>().toEqualTypeOf<Person[] | null>()
    expectTypeOf<InferType<'Image', Named>>().toEqualTypeOf<'mine'>()
  })

  test('a name is unknown, not an error, when the named types are', () => {
    type Open = Record<string, StandardSchema>
    expectTypeOf<InferType<'list[Person]', Open>>().toEqualTypeOf<unknown[]>()
    expectTypeOf<InferType<'list[int]', Open>>().toEqualTypeOf<number[]>()
  })

  test('a text that only exists at run time is unknown', () => {
    expectTypeOf<InferType<string>>().toEqualTypeOf<unknown>()
    expectTypeOf<InferType<`list[${string}]`>>().toEqualTypeOf<unknown>()
  })

  test('a text that is no type is a problem that says why', () => {
    expectTypeOf<InferType<'strng'>>().toEqualTypeOf<TypeProblem<'Unknown type `strng`'>>()
    expectTypeOf<InferType<'list[strng]'>>().toEqualTypeOf<TypeProblem<'Unknown type `strng`'>>()
    expectTypeOf<InferType<'list[str'>>().toEqualTypeOf<TypeProblem<'Not a type: `list[str`'>>()
    expectTypeOf<InferType<"'a">>().toEqualTypeOf<TypeProblem<"Unclosed quote: 'a">>()
    expectTypeOf<InferType<'list[]'>>().toEqualTypeOf<TypeProblem<'Empty brackets in `list[]`'>>()
    expectTypeOf<InferType<'int[str]'>>().toEqualTypeOf<
      TypeProblem<'`int` takes no arguments: `int[str]`'>
    >()
    expectTypeOf<InferType<'list[int, str]'>>().toEqualTypeOf<
      TypeProblem<'Not a type: `int, str`'>
    >()
  })
})
