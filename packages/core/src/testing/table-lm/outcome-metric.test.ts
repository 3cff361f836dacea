import { expect, test } from 'vitest'
import { evaluate } from '../../evaluate/evaluate.ts'
import { Predict } from '../../predict/predict.ts'
import { OutcomeTable } from './outcome-table.ts'

const graded = OutcomeTable.fromRows(
  [
    { example: 1, a: 'x', 'a?': 1, b: 'x', 'b?': 0.5 },
    { example: 2, a: 'y', 'a?': 0.25, b: '', 'b?': '' },
  ],
  { answer: '{model}', score: '{model}?', models: ['a', 'b'] },
)

test('a metric of right answers compares texts, numbers and booleans as what they are', async () => {
  const rows = [
    { example: 1, a: '12.0', label: '12' },
    { example: 2, a: 'True', label: 'True' },
  ]
  const { metric } = OutcomeTable.fromRows(rows, {
    answer: '{model}',
    models: ['a'],
    label: 'label',
  })
  const score = (example: string, answer: unknown) => metric({ example }, { answer } as never)
  expect([score('1', 12), score('1', ' 12 '), score('1', '12.0'), score('1', '')]).toEqual([
    1, 1, 0, 0,
  ])
  expect([score('2', true), score('2', false)]).toEqual([1, 0])
})

test('a metric of scores gives each model the score of its own answer', async () => {
  const program = new Predict('example -> answer')
  const devset = graded.devset()
  for (const [model, score] of [
    ['a', 0.625],
    ['b', 0.25],
  ] as const) {
    program.lm = graded.lm(model)
    const result = await evaluate(program, { devset, metric: graded.metric })
    expect(result.score).toBe(score)
    expect(graded.summary().find((row) => row.model === model)?.meanScore).toBe(score)
  }
})

test('an answer that came another way has the score of a model that gave it', () => {
  expect(graded.metric({ example: '2' }, { answer: 'y' } as never)).toBe(0.25)
  expect(() => graded.metric({ example: '2' }, { answer: 'z' } as never)).toThrow('has no score')
})

test('a table of scores alone scores what it answers', async () => {
  const table = OutcomeTable.fromRows(
    [
      { example: 1, a: 0.5, b: 1 },
      { example: 2, a: '', b: 0 },
    ],
    { score: '{model}' },
  )
  const program = new Predict('example -> answer')
  program.lm = table.lm('a')
  const devset = table.devset()
  expect((await evaluate(program, { devset, metric: table.metric })).score).toBe(0.25)
})

test('an example or a prediction of something else is told', () => {
  expect(() => graded.metric({ example: '3' }, { answer: 'x' } as never)).toThrow('table.devset()')
  expect(() => graded.metric({ example: '1' }, { verdict: 'x' } as never)).toThrow('`output`')
})
