import { expect, test } from 'vitest'
import { tool } from '../../schema/special/define-tool.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { ReActV2 } from './react-v2.ts'

const now = tool({ name: 'now', execute: () => 12 })

function make(): ReActV2<'question, place: str -> answer'> {
  return new ReActV2('question, place: str -> answer', { tools: [now] })
}

test('its predictor has the name and the fields it has in DSPy', () => {
  const { react } = make()
  expect(
    make()
      .namedPredictors()
      .map(([name]) => name),
  ).toEqual(['react'])
  expect(Object.keys(react.signature.inputs)).toEqual(['question', 'place', 'history', 'tools'])
  expect(Object.keys(react.signature.outputs)).toEqual(['next_thought', 'tool_calls'])
})

test.for(['ockham', 'dspy'] as const)(
  'what was tuned survives saving and loading as %s',
  (format) => {
    const tuned = make()
    tuned.react.signature = tuned.react.signature.withInstructions('Call `now`, then submit.')
    const toolCalls = [{ name: 'now', args: {} }]
    tuned.react.demos = [
      { question: 'q', place: 'p', tools: [now], next_thought: 't', tool_calls: { toolCalls } },
    ]
    const loaded = make()
    loaded.loadState(JSON.parse(JSON.stringify(tuned.dumpState({ format }))))
    expect(loaded.react.signature.instructions).toBe('Call `now`, then submit.')
    expect(loaded.react.demos[0]).toMatchObject({ question: 'q', tool_calls: { toolCalls } })
    expect(loaded.dumpState()).toMatchObject({
      predictors: { react: { instructions: 'Call `now`, then submit.' } },
    })
  },
)

test('a copy is independent and runs', async () => {
  const original = make()
  const copy = original.copy()
  copy.maxIters = 1
  copy.setLM(
    new MockLM(
      () => ({ toolCalls: [{ id: 'a', name: 'submit', arguments: '{"answer": "noon"}' }] }),
      {
        capabilities: { tools: true },
      },
    ),
  )
  expect([original.maxIters, original.getLM()]).toEqual([20, undefined])
  expect((await copy({ question: 'x', place: 'y' })).answer).toBe('noon')
})
