import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { Prediction } from '../example/prediction.ts'
import { signature } from '../signature/define-signature.ts'
import { ChainOfThought } from './chain-of-thought.ts'
import { Predict } from './predict.ts'

test('a predictor is typed by a string, a signature or schemas alike', () => {
  const byString = new Predict("q: str -> a: 'x' | 'y', n: int")
  const bySignature = new Predict(signature("q: str -> a: 'x' | 'y', n: int"))
  const bySchemas = new Predict({
    inputs: { q: z.string() },
    outputs: { a: z.enum(['x', 'y']), n: z.int() },
  })
  type Expected = Promise<Prediction<{ a: 'x' | 'y'; n: number }>>
  expectTypeOf(byString).returns.toEqualTypeOf<Expected>()
  expectTypeOf(bySignature).returns.toEqualTypeOf<Expected>()
  expectTypeOf(bySchemas).returns.toEqualTypeOf<Expected>()
  expectTypeOf(byString).parameter(0).toEqualTypeOf<{ q: string }>()
  expectTypeOf(bySchemas).parameter(0).toEqualTypeOf<{ q: string }>()
})

test('ChainOfThought adds its reasoning', () => {
  const reason = new ChainOfThought('q -> a: list[str]')
  type Outputs = { reasoning: string } & { a: string[] }
  expectTypeOf(reason).returns.toEqualTypeOf<Promise<Prediction<Outputs>>>()
})

test('a signature that only exists at run time takes and gives anything', () => {
  const text: string = 'q -> a'
  const dynamic = new Predict(text)
  expectTypeOf(dynamic).parameter(0).toEqualTypeOf<{ [name: string]: unknown }>()
})

test('a copy has the type of what it copies', () => {
  const original = new Predict('q -> a')
  expectTypeOf(original.copy()).toEqualTypeOf<typeof original>()
})

test('transforms type the value after them, and inputs the value before them', () => {
  const parsed = new Predict({
    inputs: { when: z.string().transform((text) => new Date(text)) },
    outputs: { size: z.string().transform(Number) },
  })
  expectTypeOf(parsed).parameter(0).toEqualTypeOf<{ when: string }>()
  expectTypeOf(parsed).returns.toEqualTypeOf<Promise<Prediction<{ size: number }>>>()
})

test('an input that its schema lets one leave out is optional', () => {
  const bySchemas = new Predict({
    inputs: { q: z.string(), k: z.number().default(3), o: z.string().optional() },
    outputs: { a: z.string() },
  })
  expectTypeOf(bySchemas)
    .parameter(0)
    .toEqualTypeOf<{ q: string; k?: number | undefined; o?: string | undefined }>()
})

test('wrong uses do not compile', () => {
  const qa = new Predict('q -> a')
  // @ts-expect-error a malformed signature
  new Predict('q: strng -> a')
  // @ts-expect-error a misspelt input
  qa({ p: 'x' })
  // @ts-expect-error an input of the wrong type
  qa({ q: 3 })
  // @ts-expect-error a setting that does not exist
  qa({ q: 'x' }, { temprature: 1 })
  // @ts-expect-error a field that does not exist
  qa({ q: 'x' }).then((prediction) => prediction.b)
})
