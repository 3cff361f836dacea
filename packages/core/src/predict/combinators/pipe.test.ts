import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { InputError } from '../../errors/input-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { Module } from '../../module/module.ts'
import { traced } from '../../settings/traced.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { ChainOfThought } from '../chain-of-thought.ts'
import { Predict } from '../predict.ts'
import { collect } from '../rollouts/__fixtures__/collect.ts'
import { shown } from '../rollouts/__fixtures__/shown.ts'
import { type Pipe, pipe } from './pipe.ts'

const fields = { query: 'q', reasoning: 'r', answer: 'a b', summary: 's' }
const lm = new MockLM(fields)
const question = { question: 'why?' }

/** Plans, searches, answers, sums up. */
function rag(): Pipe<{ question: string }, { summary: string }> {
  return pipe(
    new Predict('question -> query'),
    ({ query }) => ({ passages: [`about ${query}`] }),
    new ChainOfThought('question, passages: list[str] -> answer'),
    new Predict('answer -> summary'),
  )
}

test('each step takes what it needs of all that is there, and the last gives the outputs', async () => {
  const model = new MockLM(fields)
  expect(await rag()(question, { lm: model })).toEqual({ summary: 's' })
  const asked = model.requests.map(({ messages }) => String(messages.at(-1)?.content))
  expect(asked[1]).toContain('[[ ## question ## ]]\nwhy?\n\n[[ ## passages ## ]]\n["about q"]')
  expect(asked[2]).toContain('[[ ## answer ## ]]\na b')
  expect(asked[2]).not.toContain('reasoning')
})

test('a step of many predictors may pass on all it was given', async () => {
  class Inner extends Module<{ answer: string }, { summary: string }> {
    predict = new Predict('answer -> summary')
    override forward(inputs: { answer: string }) {
      return this.predict({ ...inputs })
    }
  }
  const program = pipe(new ChainOfThought('question -> answer'), new Inner())
  expect(await program(question, { lm })).toEqual({ summary: 's' })
})

test('a name that nobody offered is still an error, and so is a missing one', async () => {
  class Inner extends Module<{ answer: string }, { summary: string }> {
    predict = new Predict('answer -> summary')
    override forward({ answer }: { answer: string }) {
      return this.predict({ answer, anser: 'x' } as { answer: string })
    }
  }
  const program = pipe(new Predict('question -> answer'), new Inner())
  await expect(program(question, { lm })).rejects.toThrow('not in the signature: anser')
  await expect(rag()({} as typeof question, { lm })).rejects.toThrow(InputError)
})

test('a later field takes the place of an earlier one of the same name', async () => {
  const program = pipe(
    new Predict('question -> answer'),
    ({ answer }) => ({ question: `${answer}?` }),
    ({ question: last }) => ({ last }),
  )
  expect(await program(question, { lm })).toEqual({ last: 'a b?' })
})

test('pipes in pipes', async () => {
  const program = pipe(
    pipe(new ChainOfThought('question -> answer')),
    new Predict('answer -> summary'),
  )
  expect(await program(question, { lm })).toEqual({ summary: 's' })
  expect(program.namedPredictors().map(([name]) => name)).toEqual([
    'steps[0].steps[0].predict',
    'steps[1]',
  ])
})

test('usage and trace are those of all steps', async () => {
  const program = rag()
  const { result, trace } = await traced(() => program(question, { lm }))
  expect(result.$meta.attempts).toBe(3)
  expect(trace.map(({ predictor }) => predictor)).toEqual(program.predictors())
  expect(trace[2]?.inputs).toEqual({ answer: 'a b' })
})

test('a stream shows every step', async () => {
  const events = await collect(streamify(rag())(question, { lm }))
  expect(shown(events)).toEqual({
    'steps[0]/query': 'q',
    'steps[2].predict/reasoning': 'r',
    'steps[2].predict/answer': 'a b',
    'steps[3]/summary': 's',
  })
})

test('an abort ends it, also in a function that does not listen, and a function gets the signal', async () => {
  const signals: unknown[] = []
  const program = pipe(
    (inputs: { question: string }, options?: { signal?: AbortSignal }) => {
      signals.push(options?.signal?.aborted)
      return inputs
    },
    () => new Promise<{ answer: string }>(() => undefined),
  )
  const call = program(question, { signal: AbortSignal.timeout(10) })
  await expect(call).rejects.toThrow(AbortError)
  expect(signals).toEqual([false])
})

test('leaving a stream ends it', async () => {
  const stream = streamify(rag())(question, { lm })
  for await (const event of stream) if (event.type === 'field') break
  await expect(stream.prediction).rejects.toThrow(AbortError)
})

test('its state makes the round trip, and copies are apart', () => {
  const program = rag()
  const [first] = program.predictors()
  if (first) first.demos = [{ question: 'q', query: 'x' }]
  for (const state of [program.dumpState(), program.dumpState({ format: 'dspy' })]) {
    const loaded = rag()
    loaded.loadState(JSON.parse(JSON.stringify(state)))
    expect(loaded.dumpState()).toEqual(program.dumpState())
  }
  const copy = program.copy()
  for (const predictor of copy.predictors()) predictor.demos = []
  expect(first?.demos).toHaveLength(1)
  expect(Object.keys(program.dumpState().predictors)).toEqual([
    'steps[0]',
    'steps[2].predict',
    'steps[3]',
  ])
})

test('one pipe serves many calls at once', async () => {
  const program = pipe(
    async ({ wait }: { wait: number }) => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      return { waited: wait }
    },
    ({ wait, waited }) => ({ both: [wait, waited] }),
  )
  const waits = [9, 3, 6]
  const results = await Promise.all(waits.map((wait) => program({ wait })))
  expect(results.map(({ both }) => both)).toEqual(waits.map((wait) => [wait, wait]))
})

test('what is no step is refused', () => {
  expect(() => pipe('x' as never)).toThrow(OptionError)
})
