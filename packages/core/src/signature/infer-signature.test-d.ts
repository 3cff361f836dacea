import { describe, expectTypeOf, test } from 'vitest'
import type { StandardSchema } from '../schema/standard-schema.ts'
import type { InferSignature, OpenSignature } from './infer-signature.ts'

type Inputs<Text extends string> = InferSignature<Text>['inputs']
type Outputs<Text extends string> = InferSignature<Text>['outputs']

describe('the values of a signature string', () => {
  test('are two flat objects', () => {
    type QA = InferSignature<'question, context: list[str] -> answer, confidence: float'>
    expectTypeOf<QA>().toEqualTypeOf<{
      inputs: { question: string; context: string[] }
      outputs: { answer: string; confidence: number }
    }>()
  })

  test("are the same in DSPy's and TypeScript's spelling", () => {
    expectTypeOf<
      Outputs<"ticket -> category: Literal['billing', 'technical'], urgent: bool">
    >().toEqualTypeOf<{ category: 'billing' | 'technical'; urgent: boolean }>()
    expectTypeOf<
      Outputs<"ticket -> category: 'billing' | 'technical', urgent: boolean">
    >().toEqualTypeOf<{ category: 'billing' | 'technical'; urgent: boolean }>()
  })

  test('do not depend on white space, line breaks or a comma at the end', () => {
    type Values = { inputs: { a: string; b: number[] }; outputs: { c: string | null } }
    expectTypeOf<InferSignature<'a,b:list[int]->c:str|None'>>().toEqualTypeOf<Values>()
    expectTypeOf<
      InferSignature<`
        a,
        b : list[
          int
        ],
        ->
        c: str\t| None,
      `>
    >().toEqualTypeOf<Values>()
  })

  test('see commas, colons and arrows inside brackets and quotes as what they are', () => {
    expectTypeOf<
      Inputs<`d: dict[str, tuple[int, str]], l: Literal['x -> y', "a: b, c"], e -> f`>
    >().toEqualTypeOf<{
      d: Record<string, [number, string]>
      l: 'x -> y' | 'a: b, c'
      e: string
    }>()
  })

  test('use the named types', () => {
    type Types = {
      Person: StandardSchema<unknown, { name: string }>
    }
    expectTypeOf<InferSignature<'text -> people: list[Person]', Types>['outputs']>().toEqualTypeOf<{
      people: { name: string }[]
    }>()
  })

  test('may lack inputs', () => {
    expectTypeOf<InferSignature<'-> joke'>>().toEqualTypeOf<{
      inputs: Record<never, never>
      outputs: { joke: string }
    }>()
  })

  test('are open when the text only exists at run time', () => {
    expectTypeOf<InferSignature<string>>().toEqualTypeOf<OpenSignature>()
    expectTypeOf<InferSignature<`a -> ${string}`>>().toEqualTypeOf<OpenSignature>()
  })

  test('stay usable, and open, when the text is malformed', () => {
    expectTypeOf<Inputs<'a: strng -> b'>>().toEqualTypeOf<{ [name: string]: unknown }>()
  })

  test('can be named while the text is a type parameter', () => {
    type Call<Text extends string> = (
      inputs: InferSignature<Text>['inputs'],
    ) => InferSignature<Text>['outputs']
    expectTypeOf<Call<'a: int -> b'>>().toEqualTypeOf<(inputs: { a: number }) => { b: string }>()
  })
})

describe('a large signature', () => {
  test('of twelve fields on each side is read', () => {
    type Large = InferSignature<`a1: list[str], a2: list[str], a3: list[str], a4: dict[str, int],
      a5: dict[str, int], a6: dict[str, int], a7: Optional[str], a8: Optional[str], a9: int | None,
      a10: 'x' | 'y', a11: 'x' | 'y', a12: tuple[int, str] -> b1, b2, b3, b4, b5, b6, b7, b8, b9,
      b10: list[list[float]], b11: Record<string, boolean[]>, b12: ('p' | 'q')[]`>
    expectTypeOf<
      keyof Large['inputs'] | keyof Large['outputs']
    >().toEqualTypeOf<`${'a' | 'b'}${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`>()
    expectTypeOf<Large['outputs']['b12']>().toEqualTypeOf<('p' | 'q')[]>()
  })

  test('with a literal of forty values is read', () => {
    type Label =
      Outputs<`text -> label: Literal['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8',
      'a9', 'b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9', 'c0', 'c1', 'c2', 'c3', 'c4',
      'c5', 'c6', 'c7', 'c8', 'c9', 'd0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9']`>
    expectTypeOf<
      Label['label']
    >().toEqualTypeOf<`${'a' | 'b' | 'c' | 'd'}${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`>()
  })
})
