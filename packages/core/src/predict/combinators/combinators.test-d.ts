import assert from 'node:assert/strict'
import { expectTypeOf, test } from 'vitest'
import type { Prediction } from '../../example/prediction.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { Predict } from '../predict.ts'
import { branch } from './branch.ts'
import { mapInputs } from './map-inputs.ts'
import { mapOutputs } from './map-outputs.ts'
import { pipe } from './pipe.ts'
import { withRetryOnAssert } from './with-retry-on-assert.ts'

const plan = new Predict('question -> query')
const respond = new ChainOfThought('question, passages: list[str] -> answer')

test('pipe has the inputs of the first step and the outputs of the last', () => {
  const rag = pipe(
    plan,
    async ({ query, question }) => {
      expectTypeOf({ query, question }).toEqualTypeOf<{ query: string; question: string }>()
      return { passages: [query] }
    },
    respond,
  )
  expectTypeOf(rag).parameter(0).toEqualTypeOf<{ question: string }>()
  type Outputs = { reasoning: string } & { answer: string }
  expectTypeOf(rag).returns.toEqualTypeOf<Promise<Prediction<Outputs>>>()
  expectTypeOf(rag.copy()).toEqualTypeOf<typeof rag>()
  const longer = pipe(rag, new Predict('answer -> size: int'), ({ size, question }) => ({
    both: [size, question] as const,
  }))
  expectTypeOf(longer).returns.toEqualTypeOf<
    Promise<Prediction<{ both: readonly [number, string] }>>
  >()
})

test('a step that is offered too little does not compile', () => {
  // @ts-expect-error nobody gives `passages`
  pipe(plan, respond)
  // @ts-expect-error `passages` is no list
  pipe(plan, () => ({ passages: 'x' }), respond)
  // @ts-expect-error there is no field `querry`
  pipe(plan, ({ querry }) => ({ passages: [querry] }))
  // @ts-expect-error a step gives fields
  pipe(plan, ({ query }) => query)
  // @ts-expect-error the inputs of the first step are missing
  pipe(plan)({ query: 'x' })
})

test('mapInputs and mapOutputs change one side', () => {
  const words = mapInputs(respond, ({ words: list }: { words: string[] }) => ({
    question: list.join(' '),
    passages: list,
  }))
  expectTypeOf(words).parameter(0).toEqualTypeOf<{ words: string[] }>()
  expectTypeOf(words.module).toEqualTypeOf<typeof respond>()
  const sized = mapOutputs(words, ({ answer }, { words: list }) => ({
    size: answer.length + list.length,
  }))
  expectTypeOf(sized).parameter(0).toEqualTypeOf<{ words: string[] }>()
  expectTypeOf(sized).returns.toEqualTypeOf<Promise<Prediction<{ size: number }>>>()
  // @ts-expect-error the module needs `passages` too
  mapInputs(respond, ({ q }: { q: string }) => ({ question: q }))
  // @ts-expect-error an output that does not exist
  mapOutputs(plan, ({ answer }) => ({ answer }))
  // @ts-expect-error outputs are fields
  mapOutputs(plan, ({ query }) => query)
})

test('branch has the inputs of all branches, and the outputs of one', () => {
  const branches = { quick: new Predict('question -> answer'), slow: respond }
  const chosen = branch(({ question }) => (question.length < 9 ? 'quick' : 'slow'), branches)
  expectTypeOf(chosen).parameter(0).toEqualTypeOf<{ question: string; passages: string[] }>()
  type Outputs = { answer: string } | ({ reasoning: string } & { answer: string })
  expectTypeOf(chosen).returns.toEqualTypeOf<Promise<Prediction<Outputs>>>()
  const also = branch(({ fast }: { fast: boolean }) => (fast ? 'quick' : 'slow'), branches)
  expectTypeOf(also)
    .parameter(0)
    .toEqualTypeOf<{ fast: boolean; question: string; passages: string[] }>()
  const routed = branch(new ChainOfThought("text -> way: 'quick' | 'slow'"), 'way', branches)
  expectTypeOf(routed)
    .parameter(0)
    .toEqualTypeOf<{ text: string; question: string; passages: string[] }>()
  // @ts-expect-error a branch that does not exist
  branch(() => 'medium', branches)
  // @ts-expect-error a way that no branch is for
  branch(new Predict("text -> way: 'quick' | 'other'"), 'way', branches)
  // @ts-expect-error an output that does not exist
  branch(new Predict("text -> way: 'quick' | 'slow'"), 'path', branches)
  // @ts-expect-error the inputs of the other branch are missing
  chosen({ question: 'q' })
})

test('withRetryOnAssert keeps inputs and outputs, and checks may say it in many ways', () => {
  const checked = withRetryOnAssert(respond, {
    check: ({ passages }, { answer }) => answer.length < passages.length || 'too long',
  })
  expectTypeOf(checked).parameter(0).toEqualTypeOf<{ question: string; passages: string[] }>()
  expectTypeOf(checked).returns.toEqualTypeOf<ReturnType<typeof respond>>()
  withRetryOnAssert(plan, { check: async (_, { query }) => query !== '' })
  withRetryOnAssert(plan, {
    check: (_, { query }) => {
      assert.ok(query)
    },
  })
  // @ts-expect-error an output that does not exist
  withRetryOnAssert(plan, { check: (_, { answer }) => answer === '' })
  // @ts-expect-error a result that says nothing
  withRetryOnAssert(plan, { check: () => 3 })
  // @ts-expect-error a mode that does not exist
  withRetryOnAssert(plan, { check: () => true, mode: 'demand' })
})
