import { describe, expectTypeOf, test } from 'vitest'
import type { NamedTypes } from '../schema/named-types.ts'
import type { StandardSchema } from '../schema/standard-schema.ts'
import type { CheckSignature } from './check-signature.ts'
import type { InferSignature } from './infer-signature.ts'

interface Made<Inputs, Outputs> {
  inputs: Inputs
  outputs: Outputs
}
type Values = { inputs: object; outputs: object }
declare function signature<
  const Text extends string,
  const Types extends NamedTypes = Record<never, never>,
>(
  text: CheckSignature<Text, Types>,
  options?: { types?: Types },
): Made<InferSignature<Text, Types>['inputs'], InferSignature<Text, Types>['outputs']>
declare class Predictor<const Text extends string> {
  constructor(text: CheckSignature<Text> | Values)
  call(inputs: InferSignature<Text>['inputs']): InferSignature<Text>['outputs']
}
declare const person: StandardSchema<unknown, { name: string }>
declare const text: string

describe('a checked signature argument', () => {
  test('infers its text in a function, a constructor and a union', () => {
    const made = signature('question: int -> answer')
    expectTypeOf(made).toEqualTypeOf<Made<{ question: number }, { answer: string }>>()
    const predictor = new Predictor("question -> label: 'a' | 'b'")
    expectTypeOf(predictor.call({ question: '' })).toEqualTypeOf<{ label: 'a' | 'b' }>()
  })

  test('infers the named types along with the text', () => {
    const made = signature('text -> people: list[Person]', { types: { Person: person } })
    expectTypeOf(made.outputs).toEqualTypeOf<{ people: { name: string }[] }>()
  })

  test('accepts a text that only exists at run time', () => {
    expectTypeOf(signature(text).outputs).toEqualTypeOf<{ [name: string]: unknown }>()
    expectTypeOf(new Predictor(text).call({ anything: 1 })).toEqualTypeOf<{
      [name: string]: unknown
    }>()
  })

  test('rejects malformed text where it is written', () => {
    // @ts-expect-error
    signature('a: strng -> b')
    // @ts-expect-error
    new Predictor('a: strng -> b')
    // @ts-expect-error
    signature('text -> people: list[Persn]', { types: { Person: person } })
    // @ts-expect-error
    signature('question, answer')
    // @ts-expect-error: a misspelt input is seen, for the text was inferred
    new Predictor('question -> answer').call({ qestion: '' })
  })
})

describe('the message', () => {
  test('is the text itself when there is nothing to say', () => {
    expectTypeOf<CheckSignature<'a -> b'>>().toEqualTypeOf<'a -> b'>()
    expectTypeOf<CheckSignature<string>>().toEqualTypeOf<string>()
  })

  test('names an unknown type, its field and the way out', () => {
    expectTypeOf<
      CheckSignature<'a: strng -> b'>
    >().toEqualTypeOf<'Unknown type `strng` (field `a`): use `types` to define it'>()
    expectTypeOf<
      CheckSignature<'a -> b: list[Optional[dict[str, Foo]]]'>
    >().toEqualTypeOf<'Unknown type `Foo` (field `b`): use `types` to define it'>()
    expectTypeOf<
      CheckSignature<'a -> b: int | Foo'>
    >().toEqualTypeOf<'Unknown type `Foo` (field `b`): use `types` to define it'>()
  })

  test('counts the arrows', () => {
    type None = CheckSignature<'question, answer'>
    type Two = CheckSignature<'a -> b -> c'>
    expectTypeOf<None>().toEqualTypeOf<'A signature needs `->` between its inputs and its outputs'>()
    expectTypeOf<Two>().toEqualTypeOf<'A signature has one `->`, this one has more'>()
    expectTypeOf<CheckSignature<''>>().toEqualTypeOf<None>()
  })

  test('asks for an output', () => {
    expectTypeOf<
      CheckSignature<'a -> '>
    >().toEqualTypeOf<'A signature needs an output field after `->`'>()
  })

  test('names a missing, malformed or repeated field', () => {
    expectTypeOf<CheckSignature<'a,, b -> c'>>().toEqualTypeOf<'Missing field name'>()
    expectTypeOf<CheckSignature<'a -> : str'>>().toEqualTypeOf<'Missing field name'>()
    expectTypeOf<CheckSignature<'a b -> c'>>().toEqualTypeOf<'Not a field name: `a b`'>()
    expectTypeOf<CheckSignature<'a-b -> c'>>().toEqualTypeOf<'Not a field name: `a-b`'>()
    expectTypeOf<CheckSignature<'1a -> c'>>().toEqualTypeOf<'Not a field name: `1a`'>()
    expectTypeOf<CheckSignature<'a, b, a -> c'>>().toEqualTypeOf<'The field `a` appears twice'>()
    expectTypeOf<CheckSignature<'a -> b, a: int'>>().toEqualTypeOf<'The field `a` appears twice'>()
  })

  test('shows what is not closed', () => {
    expectTypeOf<
      CheckSignature<'a: list[int, b -> c'>
    >().toEqualTypeOf<'Unclosed bracket in `a: list[int, b`'>()
    expectTypeOf<
      CheckSignature<'x, a: int], b -> c'>
    >().toEqualTypeOf<'Not a type: `int]` (field `a`)'>()
    expectTypeOf<CheckSignature<"a: 'x -> c">>().toEqualTypeOf<"Unclosed quote: 'x -> c">()
  })

  test('shows wrong arguments', () => {
    expectTypeOf<
      CheckSignature<'a: list[] -> c'>
    >().toEqualTypeOf<'Empty brackets in `list[]` (field `a`)'>()
    expectTypeOf<
      CheckSignature<'a: Optional -> c'>
    >().toEqualTypeOf<'`Optional` needs arguments (field `a`)'>()
    expectTypeOf<
      CheckSignature<'a: dict[str] -> c'>
    >().toEqualTypeOf<'A dict takes a key and a value: `dict[str]` (field `a`)'>()
    expectTypeOf<
      CheckSignature<'a: dict[int, str] -> c'>
    >().toEqualTypeOf<'The key of a dict must be `str`: `dict[int, str]` (field `a`)'>()
    expectTypeOf<
      CheckSignature<"a: Literal['x, y', red] -> c">
    >().toEqualTypeOf<'Not a value for `Literal[…]`: `red` (field `a`)'>()
    expectTypeOf<
      CheckSignature<'a: Code[python] -> c'>
    >().toEqualTypeOf<'Not a language in quotes: `Code[python]` (field `a`)'>()
    expectTypeOf<CheckSignature<'a: -> c'>>().toEqualTypeOf<'Missing type (field `a`)'>()
  })
})
