import { expect, test } from 'vitest'
import { OptionError } from '../errors/option-error.ts'
import { Module } from '../module/module.ts'
import { ChainOfThought } from '../predict/chain-of-thought.ts'
import { Predict } from '../predict/predict.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { collect, collectFields, textsOf } from './__fixtures__/collect.ts'
import { streamify } from './streamify.ts'

class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  override async forward({ question }: { question: string }) {
    const { query } = await this.plan({ question })
    return this.respond({ question, passages: [query] })
  }
}

const question = { question: 'why?' }
const fields = { query: 'a query', reasoning: 'It is\nso.', answer: 'Because of the rain.' }
const lm = (): MockLM => new MockLM(fields, { chunkCharacters: 3 })

test('only the fields that are listened to come, and the prediction', async () => {
  const listen = [{ predictor: 'respond.predict', field: 'answer' }, { field: 'query' }] as const
  const events = await collect(streamify(new RAG(), { listen })(question, { lm: lm() }))
  const shown = events.flatMap((event) => (event.type === 'field' ? [event] : []))
  expect(textsOf(shown)).toEqual({
    'plan/query': 'a query',
    'respond.predict/answer': 'Because of the rain.',
  })
  expect(events.at(-1)?.type).toBe('prediction')
})

test('a listener to a predictor alone hears all of its fields', async () => {
  const listen = [{ predictor: 'respond.predict' }] as const
  const events = await collectFields(streamify(new RAG(), { listen })(question, { lm: lm() }))
  expect(Object.keys(textsOf(events))).toEqual([
    'respond.predict/reasoning',
    'respond.predict/answer',
  ])
})

test('without listeners in the list only status, tools and the prediction come', async () => {
  const events = await collect(streamify(new RAG(), { listen: [] })(question, { lm: lm() }))
  expect(events.map(({ type }) => type)).toEqual(['prediction'])
})

test.each([
  [{ predictor: 'respnd' }, 'names the predictor `respnd`'],
  [{ predictor: 'plan', field: 'answer' }, 'names the field `answer`, which `plan` lacks'],
  [{ field: 'anwser' }, 'names the field `anwser`, which no predictor has'],
  [{}, 'names neither'],
])(
  'a listener to what the program lacks is an error that lists what there is (%#)',
  (one, fault) => {
    // What the compiler refuses too.
    const listen = [one] as never
    const make = (): unknown => streamify(new RAG(), { listen })
    expect(make).toThrow(OptionError)
    expect(make).toThrow(fault)
    expect(make).toThrow('There is `plan` (query), `respond.predict` (reasoning, answer).')
  },
)

test('a field that several predictors have needs the predictor too', () => {
  class Twice extends Module<{ question: string }, { answer: string }> {
    first = new Predict('question -> answer')
    second = new Predict('question -> answer')
    override forward(inputs: { question: string }) {
      return this.first(inputs)
    }
  }
  expect(() => streamify(new Twice(), { listen: [{ field: 'answer' }] })).toThrow(
    'which several have: name the `predictor` too',
  )
})

test('one streamified program serves a hundred calls at once, each with its own listeners', async () => {
  const program = streamify(new RAG(), { listen: [{ field: 'answer' }] })
  const runs = Array.from({ length: 100 }, async (_, index) => {
    const own = new MockLM({ ...fields, answer: `answer ${index}` }, { chunkCharacters: 2 })
    return textsOf(await collectFields(program(question, { lm: own })))
  })
  const expected = runs.map((_, index) => ({ 'respond.predict/answer': `answer ${index}` }))
  expect(await Promise.all(runs)).toEqual(expected)
})

test('a plain function may be listened to by fields that nobody can list beforehand', async () => {
  const rag = new RAG()
  const program = streamify((inputs: { question: string }) => rag(inputs), {
    listen: [{ field: 'answer' }],
  })
  expect(textsOf(await collectFields(program(question, { lm: lm() })))).toEqual({
    'respond.predict/answer': fields.answer,
  })
})
