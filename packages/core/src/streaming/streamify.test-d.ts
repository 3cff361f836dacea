import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { Module } from '../module/module.ts'
import { ChainOfThought } from '../predict/chain-of-thought.ts'
import { Predict } from '../predict/predict.ts'
import { signature } from '../signature/define-signature.ts'
import type { DeepPartial } from './deep-partial.ts'
import type { ProgramPredictors } from './program-fields.ts'
import { streamify } from './streamify.ts'

const Person = z.object({ name: z.string(), pair: z.tuple([z.string(), z.number()]) })
const people = signature('text -> people: list[Person], count: int', { types: { Person } })

class Steps extends Module<{ text: string }, { answer: string }> {
  extract = new Predict(people)
  respond = new ChainOfThought('question -> answer')
  steps = [new Predict('question -> step')]
  byName = { a: new Predict('question -> named: bool') }
  label = 'no predictor'
  override forward({ text }: { text: string }) {
    return this.respond({ question: text })
  }
}

const steps = new Steps()

test('the type of a program shows its predictors by path', () => {
  expectTypeOf<ProgramPredictors<Steps>['predictor']>().toEqualTypeOf<
    'extract' | 'respond.predict' | `steps[${number}]` | `byName['${string}']`
  >()
  expectTypeOf<ProgramPredictors<Predict<'a -> b'>>['predictor']>().toEqualTypeOf<'self'>()
  expectTypeOf<ProgramPredictors<() => void>>().toBeNever()
})

test('partial values are typed by predictor and field', async () => {
  for await (const event of streamify(steps, { partial: true })({ text: '' })) {
    if (event.type !== 'field') continue
    if (event.predictor === 'extract' && event.field === 'people') {
      expectTypeOf(event.value).toEqualTypeOf<
        { name?: string; pair?: [string?, number?] }[] | undefined
      >()
    }
    if (event.predictor === 'respond.predict') {
      expectTypeOf(event.field).toEqualTypeOf<'reasoning' | 'answer'>()
    }
    // @ts-expect-error there is no such predictor
    if (event.predictor === 'respnd.predict') break
  }
})

test('without partial or listeners, names are texts', async () => {
  for await (const event of streamify(steps)({ text: '' })) {
    if (event.type === 'field') expectTypeOf(event.predictor).toEqualTypeOf<string>()
    if (event.type === 'prediction') expectTypeOf(event.prediction.answer).toEqualTypeOf<string>()
  }
})

test('listeners name what there is, and their events are typed', async () => {
  const program = streamify(steps, {
    listen: [
      { predictor: 'extract', field: 'count', partial: true },
      { predictor: 'steps[0]' },
      { field: 'answer' },
    ],
  })
  for await (const event of program({ text: '' })) {
    if (event.type !== 'field') continue
    expectTypeOf(event.predictor).toEqualTypeOf<'extract' | 'steps[0]' | 'respond.predict'>()
    expectTypeOf(event.field).toEqualTypeOf<'count' | 'step' | 'answer'>()
    if (event.field === 'count') expectTypeOf(event.value).toEqualTypeOf<number | undefined>()
    // @ts-expect-error its value was not asked for
    if (event.field === 'answer') event.value
  }
  // @ts-expect-error no such predictor
  streamify(steps, { listen: [{ predictor: 'extrac' }] })
  // @ts-expect-error the field is another predictor's
  streamify(steps, { listen: [{ predictor: 'extract', field: 'answer' }] })
  // @ts-expect-error no such field
  streamify(steps, { listen: [{ field: 'anwser' }] })
  // @ts-expect-error no such option
  streamify(steps, { partially: true })
})

test('a plain function streams, and listens by any name', () => {
  const program = streamify(async (inputs: { text: string }) => steps(inputs), {
    listen: [{ field: 'answer' }],
  })
  expectTypeOf(program).parameter(0).toEqualTypeOf<{ text: string }>()
  // @ts-expect-error a function must give a prediction
  streamify(async (inputs: { text: string }) => inputs.text)
})

test('a deep partial lacks members, shortens lists, and leaves leaves alone', () => {
  expectTypeOf<DeepPartial<{ a: 'x' | 'y'; b: { c: Date | null }[]; d: unknown }>>().toEqualTypeOf<{
    a?: 'x' | 'y'
    b?: { c?: Date | null }[]
    d?: unknown
  }>()
})
