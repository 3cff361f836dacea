import { expect, test } from 'vitest'
import { tool } from '../../schema/special/define-tool.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { ReAct } from './react.ts'

const now = tool({ name: 'now', execute: () => 12 })

function make(): ReAct<'question -> answer'> {
  return new ReAct('question -> answer', { tools: [now] })
}

test('its predictors have the names they have in DSPy', () => {
  expect(
    make()
      .namedPredictors()
      .map(([name]) => name),
  ).toEqual(['react', 'extract.predict'])
  const { react, extract } = make()
  expect(Object.keys(react.signature.inputs)).toEqual(['question', 'trajectory'])
  expect(Object.keys(react.signature.outputs)).toEqual([
    'next_thought',
    'next_tool_name',
    'next_tool_args',
  ])
  expect(Object.keys(extract.predict.signature.inputs)).toEqual(['question', 'trajectory'])
  expect(Object.keys(extract.predict.signature.outputs)).toEqual(['reasoning', 'answer'])
})

test.for(['ockham', 'dspy'] as const)(
  'what was tuned survives saving and loading as %s',
  (format) => {
    const tuned = make()
    tuned.react.signature = tuned.react.signature.withInstructions('Use `now`, then finish.')
    tuned.react.demos = [
      {
        question: 'q',
        trajectory: '',
        next_thought: 't',
        next_tool_name: 'now',
        next_tool_args: {},
      },
    ]
    const state = JSON.parse(JSON.stringify(tuned.dumpState({ format })))
    const loaded = make()
    loaded.loadState(state)
    expect(loaded.dumpState()).toEqual(tuned.dumpState())
    expect(loaded.react.signature.instructions).toBe('Use `now`, then finish.')
    expect(loaded.react.demos[0]).toMatchObject({ next_tool_name: 'now', next_tool_args: {} })
  },
)

test('a state that DSPy wrote fits', () => {
  const field = (prefix: string, description: string): object => ({ prefix, description })
  const predictor = (instructions: string, names: [string, string][]): object => ({
    traces: [],
    train: [],
    demos: [],
    signature: {
      instructions,
      fields: names.map(([prefix, name]) => field(prefix, `\${${name}}`)),
    },
    lm: null,
  })
  const agent = make()
  agent.loadState({
    react: predictor('Tuned in Python.', [
      ['Question:', 'question'],
      ['Trajectory:', 'trajectory'],
      ['Next Thought:', 'next_thought'],
      ['Next Tool Name:', 'next_tool_name'],
      ['Next Tool Args:', 'next_tool_args'],
    ]),
    'extract.predict': predictor('Answer.', [
      ['Question:', 'question'],
      ['Trajectory:', 'trajectory'],
      ['Reasoning:', 'reasoning'],
      ['Answer:', 'answer'],
    ]),
    metadata: { dependency_versions: { python: '3.11', dspy: '3.3.1', cloudpickle: '3.1' } },
  })
  expect(agent.react.signature.instructions).toBe('Tuned in Python.')
})

test('a copy is independent and runs', async () => {
  const original = make()
  const copy = original.copy()
  copy.maxIters = 1
  copy.react.signature = copy.react.signature.withInstructions('Other.')
  expect(original.maxIters).toBe(20)
  expect(original.react.signature.instructions).not.toBe('Other.')
  const step = { next_thought: '', next_tool_name: 'now', next_tool_args: {} }
  const lm = new MockLM({ ...step, reasoning: '', answer: 'noon' })
  const { answer, trajectory } = await copy({ question: 'x' }, { lm })
  expect([answer, trajectory['observation_0']]).toEqual(['noon', 12])
  expect(lm.requests).toHaveLength(2)
})
