import { describe, expect, test } from 'vitest'
import { EmptyDatasetError } from '../../errors/empty-dataset-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { OutcomeCellError } from './outcome-cell-error.ts'
import { OutcomeTable } from './outcome-table.ts'

const columns = { answer: '{model}:answer', cost: '{model}:usd' } as const

function thrownBy(read: () => unknown): unknown {
  try {
    read()
  } catch (error) {
    return error
  }
  return undefined
}

describe('OutcomeTable reads', () => {
  test('a line for each example, with the columns of each model', () => {
    const table = OutcomeTable.fromCSV(
      'example,a:answer,a:usd,b/c:answer,b/c:usd\nq1,yes,0.5,no,2e-3\nq2,,0.25,maybe,\n',
      columns,
    )
    expect(table.models).toEqual(['a', 'b/c'])
    expect(table.outcome('q1', 'b/c')).toMatchObject({ answer: 'no', costUSD: 0.002 })
    expect(table.outcome('q2', 'a')).toMatchObject({ answer: undefined, costUSD: 0.25 })
    expect(table.outcome('q2', 'b/c')).toMatchObject({ answer: 'maybe', costUSD: undefined })
    expect(table.outcome('q3', 'a')).toBeUndefined()
  })

  test('a line for each example and model', () => {
    const lines = 'model,id,correct,price,seconds\na,1,True,5,0.5\nb,1,false,7,\na,2,0.25,5,2\n'
    const table = OutcomeTable.fromCSV(lines, {
      example: 'id',
      model: 'model',
      score: 'correct',
      cost: 'price',
      costUnit: 'cent',
      latency: 'seconds',
      latencyUnit: 'second',
    })
    expect(table.models).toEqual(['a', 'b'])
    expect(table.outcome('1', 'a')).toEqual({
      answer: undefined,
      score: 1,
      costUSD: 0.05,
      latencyMs: 500,
    })
    expect(table.outcome('1', 'b')).toMatchObject({ score: 0, latencyMs: undefined })
    expect(table.outcome('2', 'a')).toMatchObject({ score: 0.25, latencyMs: 2000 })
    expect(table.outcome('2', 'b')).toBeUndefined()
  })

  test('objects, whose values may be numbers and booleans', () => {
    const rows = [
      { example: 1, a: true, 'a|cost': 3 },
      { example: 2, a: 0.5, 'a|cost': null },
    ]
    const table = OutcomeTable.fromRows(rows, {
      score: '{model}',
      cost: '{model}|cost',
      costUnit: 'microdollar',
    })
    expect(table.models).toEqual(['a'])
    expect(table.outcome('1', 'a')).toMatchObject({ score: 1, costUSD: 3e-6 })
    expect(table.outcome('2', 'a')).toMatchObject({ score: 0.5, costUSD: undefined })
  })

  test('every other column as a model, when columns have no more than its name', () => {
    const table = OutcomeTable.fromCSV('id,question,a,b\n1,why?,1,0\n', {
      example: 'id',
      inputs: ['question'],
      score: '{model}',
    })
    expect(table.models).toEqual(['a', 'b'])
  })

  test('only the models that it is asked for', () => {
    const table = OutcomeTable.fromRows([{ example: 1, a: 1, note: 'hard' }], {
      score: '{model}',
      models: ['a'],
    })
    expect(table.models).toEqual(['a'])
  })
})

describe('OutcomeTable refuses, with row and column,', () => {
  test.each([
    ['a cost that is no number', 'q1,x,free', 2, 'a:usd'],
    ['a cost below 0', 'q1,x,-1', 2, 'a:usd'],
    ['a cost that only JavaScript reads', 'q1,x,0x10', 2, 'a:usd'],
    ['a line without the name of its example', 'q1,x,1\n ,x,1', 3, 'example'],
    ['two lines of one example', 'q1,x,1\nq2,x,1\nq1,y,1', 4, 'example'],
    ['a cost behind empty lines', 'q1,x,1\n\n,,\nq2,x,many', 5, 'a:usd'],
  ])('%s', (_what, lines, row, column) => {
    const error = thrownBy(() =>
      OutcomeTable.fromCSV(`example,a:answer,a:usd\n${lines}\n`, columns),
    )
    expect(OptionError.is(error)).toBe(true)
    expect(OutcomeCellError.is(error)).toBe(true)
    expect(error).toMatchObject({ row, column })
    expect(String(error)).toContain(`row ${row}, column "${column}"`)
  })

  test.each([
    ['a score above 1', [{ example: 1, a: 2 }]],
    ['a score that is a word', [{ example: 1, a: 'good' }]],
    ['an object in a cell', [{ example: 1, a: { score: 1 } }]],
  ])('%s', (_what, rows) => {
    const error = thrownBy(() => OutcomeTable.fromRows(rows, { score: '{model}' }))
    expect(error).toMatchObject({ code: 'option', row: 0, column: 'a' })
  })

  test('an answer without its score, and two lines of one example and model', () => {
    const ungraded = { answer: '{model}', score: '{model}?' }
    expect(
      thrownBy(() => OutcomeTable.fromRows([{ example: 1, a: 'x', 'a?': '' }], ungraded)),
    ).toMatchObject({ row: 0, column: 'a?' })
    const line = { example: 1, model: 'a', score: 1 }
    expect(
      thrownBy(() => OutcomeTable.fromRows([line, line], { model: 'model', score: 'score' })),
    ).toMatchObject({ row: 1, column: 'example' })
  })
})

describe('OutcomeTable says what to do about', () => {
  const text = 'example,a:answer,a:usd,b:answer\n1,x,1,y\n'
  test.each([
    ['columns that hold nothing of models', 'answer', () => OutcomeTable.fromCSV(text, {})],
    ['a name without {model}', 'answer', () => OutcomeTable.fromCSV(text, { answer: 'a:answer' })],
    [
      'names that fit no column',
      'models',
      () => OutcomeTable.fromCSV(text, { score: '{model}:score' }),
    ],
    ['a column that one model lacks', 'cost', () => OutcomeTable.fromCSV(text, columns)],
    [
      'a key column that is not there',
      'example',
      () => OutcomeTable.fromCSV(text, { ...columns, example: 'id' }),
    ],
    [
      'an input that is not there',
      'inputs',
      () => OutcomeTable.fromCSV(text, { ...columns, inputs: ['question'] }),
    ],
    [
      'a label that is not there',
      'label',
      () => OutcomeTable.fromCSV(text, { ...columns, label: 'right' }),
    ],
    [
      'a model column that is not there',
      'model',
      () => OutcomeTable.fromCSV(text, { model: 'model', answer: 'a:answer' }),
    ],
    [
      'a model that no line has',
      'models',
      () =>
        OutcomeTable.fromRows([{ example: 1, model: 'a', s: 1 }], {
          model: 'model',
          score: 's',
          models: ['b'],
        }),
    ],
    [
      'rows that are not as long as the header',
      'text',
      () => OutcomeTable.fromCSV(`${text}2,x\n`, columns),
    ],
    [
      'two columns of one name',
      'text',
      () => OutcomeTable.fromCSV('example,a,a\n1,2,3\n', { score: '{model}' }),
    ],
    // What TypeScript refuses, JavaScript may pass.
    [
      'an unknown unit',
      'costUnit',
      () => OutcomeTable.fromCSV(text, { ...columns, costUnit: 'euro' as never }),
    ],
    [
      'an LM of a model that it lacks',
      'model',
      () => OutcomeTable.fromCSV(text, { answer: '{model}:answer' }).lm('c'),
    ],
    [
      'a metric without right answers',
      'label',
      () => OutcomeTable.fromCSV(text, { answer: '{model}:answer' }).metric,
    ],
  ])('%s', (_what, option, use) => {
    const error = thrownBy(use)
    expect(OptionError.is(error)).toBe(true)
    expect(error).toMatchObject({ option })
  })

  test('a table without examples', () => {
    expect(() => OutcomeTable.fromCSV('example,a\n', { score: '{model}' })).toThrow(
      EmptyDatasetError,
    )
  })
})

describe('OutcomeTable tells', () => {
  test('examples with their inputs, their key and what is right', () => {
    const table = OutcomeTable.fromRows(
      [{ id: 7, question: 'Why?', right: 'Because.', a: 'So.' }],
      { example: 'id', inputs: ['question'], label: 'right', answer: '{model}', models: ['a'] },
    )
    const [example] = table.devset()
    expect(example?.inputs()).toEqual({ question: 'Why?' })
    expect({ ...example }).toEqual({ id: '7', question: 'Why?', answer: 'Because.' })
  })

  test('what evaluating every model on every example would say', () => {
    const table = OutcomeTable.fromCSV(
      'example,a:answer,a:usd,b:answer,b:usd\n1,0,1,0,3\n2,1,1,0,3\n3,,1,0,\n4,0,1,2,3\n',
      { ...columns, label: { value: '0' } },
    )
    expect(table.summary()).toEqual([
      { model: 'a', meanScore: 0.5, costUSD: 4, blanks: 1 },
      { model: 'b', meanScore: 0.75, costUSD: null, blanks: 0 },
    ])
  })
})
