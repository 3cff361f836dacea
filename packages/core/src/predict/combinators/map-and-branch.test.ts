import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { Predict } from '../predict.ts'
import { collect } from '../rollouts/__fixtures__/collect.ts'
import { shown } from '../rollouts/__fixtures__/shown.ts'
import { branch } from './branch.ts'
import { mapInputs } from './map-inputs.ts'
import { mapOutputs } from './map-outputs.ts'

const lm = new MockLM({ reasoning: 'r', answer: 'a', kind: 'hard', note: 'n' })
const never = () => new Promise<never>(() => undefined)

test('mapInputs makes the inputs of the module from others', async () => {
  const model = new MockLM({ answer: 'a' })
  const program = mapInputs(
    new Predict('question -> answer'),
    async ({ words }: { words: string[] }) => ({
      question: words.join(' '),
      surplus: 'left alone',
    }),
  )
  expect(await program({ words: ['so', 'what?'] }, { lm: model })).toEqual({ answer: 'a' })
  expect(model.requests[0]?.messages[1]?.content).toContain('so what?')
  expect(program.namedPredictors().map(([name]) => name)).toEqual(['module'])
})

test('mapOutputs makes outputs from the prediction and the inputs', async () => {
  const program = mapOutputs(
    new ChainOfThought('question -> answer'),
    ({ answer }, { question }) => ({
      pair: [question, answer],
    }),
  )
  const prediction = await program({ question: 'q' }, { lm })
  expect(prediction).toEqual({ pair: ['q', 'a'] })
  expect(prediction.$meta.attempts).toBe(1)
  expect(program.namedPredictors().map(([name]) => name)).toEqual(['module.predict'])
})

test('branch hands its inputs to the module that a function names', async () => {
  const program = branch(({ question }) => (question === 'q' ? 'quick' : 'slow'), {
    quick: new Predict('question -> answer'),
    slow: new ChainOfThought('question, effort: int -> answer'),
  })
  expect(await program({ question: 'q', effort: 1 }, { lm })).toEqual({ answer: 'a' })
  expect(await program({ question: 'x', effort: 1 }, { lm })).toEqual({
    reasoning: 'r',
    answer: 'a',
  })
  expect(program.namedPredictors().map(([name]) => name)).toEqual([
    "branches['quick']",
    "branches['slow'].predict",
  ])
})

test('branch hands its inputs to the module that another module names, which is tuned and saved too', async () => {
  const make = () =>
    branch(new ChainOfThought("question -> kind: 'easy' | 'hard'"), 'kind', {
      easy: new Predict('question -> answer'),
      hard: new Predict('question -> note'),
    })
  const program = make()
  const prediction = await program({ question: 'q' }, { lm })
  expect(prediction).toEqual({ note: 'n' })
  expect(prediction.$meta.attempts).toBe(2)
  expect(Object.keys(program.dumpState().predictors)).toEqual([
    'selector.predict',
    "branches['easy']",
    "branches['hard']",
  ])
  const [first] = program.predictors()
  if (first) first.demos = [{ question: 'q', reasoning: 'r', kind: 'easy' }]
  for (const state of [program.dumpState(), program.dumpState({ format: 'dspy' })]) {
    const loaded = make()
    loaded.loadState(JSON.parse(JSON.stringify(state)))
    expect(loaded.dumpState()).toEqual(program.dumpState())
  }
  const copy = program.copy()
  for (const predictor of copy.predictors()) predictor.demos = []
  expect(first?.demos).toHaveLength(1)
})

test.each(['neither', 'toString', '__proto__'])('a choice of %s is refused', async (name) => {
  const program = branch(() => name as 'one', { one: new Predict('question -> answer') })
  await expect(program({ question: 'q' }, { lm })).rejects.toThrow(OptionError)
})

test('their streams show what runs inside', async () => {
  const inner = mapOutputs(
    mapInputs(new Predict('question -> answer'), ({ ask }: { ask: string }) => ({ question: ask })),
    ({ answer }) => ({ loud: answer.toUpperCase() }),
  )
  const program = branch(() => 'one' as const, { one: inner })
  const events = await collect(streamify(program)({ ask: 'q' }, { lm }))
  expect(shown(events)).toEqual({ "branches['one'].module.module/answer": 'a' })
  expect(events.at(-1)).toMatchObject({ prediction: { loud: 'A' } })
})

test.each([
  ['mapInputs', mapInputs(new Predict('question -> answer'), never)],
  ['mapOutputs', mapOutputs(new Predict('question -> answer'), never)],
  ['branch', branch(never, { one: new Predict('question -> answer') })],
])('an abort ends %s in a function that does not listen', async (_, program) => {
  const call = program({ question: 'q' }, { lm, signal: AbortSignal.timeout(10) })
  await expect(call).rejects.toThrow(AbortError)
})
