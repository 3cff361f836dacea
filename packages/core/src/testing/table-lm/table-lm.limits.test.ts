import { describe, expect, test } from 'vitest'
import { LMConfigurationError } from '../../errors/lm-configuration-error.ts'
import { LMError } from '../../errors/lm-error.ts'
import { evaluate } from '../../evaluate/evaluate.ts'
import { example } from '../../example/example.ts'
import { isRetryable } from '../../lm/attempts/is-retryable.ts'
import type { LMRequest } from '../../lm/lm-request.ts'
import { Predict } from '../../predict/predict.ts'
import { OutcomeTable } from './outcome-table.ts'

const rows = [
  { id: 'q1', question: 'Why?', right: 'so', 'a:text': 'so', 'a:usd': 0.5 },
  { id: 'q3', question: 'When?', right: 'now', 'a:text': '', 'a:usd': 0.125 },
  { id: 'q4', question: 'When?', right: 'then', 'a:text': 'then', 'a:usd': '' },
]
const table = OutcomeTable.fromRows(rows, {
  example: 'id',
  inputs: ['id', 'question'],
  answer: '{model}:text',
  cost: '{model}:usd',
  label: 'right',
})
const user = (content: string): LMRequest => ({ messages: [{ role: 'user', content }] })

describe('a cost that is not recorded', () => {
  test('is not known, rather than nothing', async () => {
    expect((await table.lm('a').generate(user('q4'))).costUSD).toBeNull()
    expect(table.lm('a').maxCostUSD(user('q4'))).toBeNull()
  })
})

describe('a blank cell', () => {
  test('is an empty answer that costs what is recorded and scores 0', async () => {
    const program = new Predict('id, question -> answer')
    program.lm = table.lm('a')
    const devset = table.devset().filter(({ id }) => id === 'q3')
    const { rows, costUSD } = await evaluate(program, { devset, metric: table.metric })
    expect(rows[0]).toMatchObject({ score: 0, prediction: { answer: '' } })
    expect(rows[0]?.error).toBeUndefined()
    expect(costUSD).toBe(0.125)
  })

  test('is an error that carries the cost and is not worth a retry, by choice', async () => {
    const lm = table.lm('a', { blank: 'throw' })
    const error: unknown = await lm.generate(user('q3')).catch((thrown: unknown) => thrown)
    expect(LMError.is(error)).toBe(true)
    expect(error).toMatchObject({ model: 'a', costUSD: 0.125 })
    expect(isRetryable(error)).toBe(false)
  })

  test('is what a model without a line of its own has', async () => {
    const lines = [
      { example: 1, model: 'a', answer: 'x' },
      { example: 2, model: 'b', answer: 'x' },
    ]
    const sparse = OutcomeTable.fromRows(lines, { model: 'model', answer: 'answer' })
    const { outputs, costUSD } = await sparse.lm('b').generate(user('1'))
    expect([outputs[0]?.text, costUSD]).toEqual(['', null])
  })

  test('has no third way', () => {
    // What TypeScript refuses, JavaScript may pass.
    const options = Object.assign({}, { blank: 'skip' })
    expect(() => table.lm('a', options as never)).toThrow('pass "empty" or "throw"')
  })
})

describe('a request whose example cannot be told', () => {
  const lm = table.lm('a')
  const byId = new Predict('id -> answer')
  const byQuestion = new Predict('question -> answer')
  const byText = new Predict('text -> answer')
  test.each([
    ['names one that is not there', () => byId({ id: 'q9' }, { lm }), '"q9" names no example'],
    [
      'has inputs that are not there',
      () => byQuestion({ question: 'Who?' }, { lm }),
      'no example of it has these inputs',
    ],
    [
      'has the inputs of several',
      () => byQuestion({ question: 'When?' }, { lm }),
      'several examples of it have these inputs, q3 and q4',
    ],
    [
      'has no field of the table',
      () => byText({ text: 'q1' }, { lm }),
      'the request has text and not `id`, `question`',
    ],
  ])('is refused for good when it %s', async (_what, ask, words) => {
    const error: unknown = await ask().catch((thrown: unknown) => thrown)
    expect(LMConfigurationError.is(error)).toBe(true)
    expect(error).toMatchObject({ model: 'a' })
    expect(String(error)).toContain(words)
    expect(String(error)).toContain('table.lm("a", { field })')
  })

  test('is answered once the field is named', async () => {
    const program = new Predict('text -> answer')
    const lm = table.lm('a', { field: 'text' })
    expect(await program({ text: 'q1' }, { lm })).toMatchObject({ answer: 'so' })
    const other = new Predict('id -> answer')({ id: 'q1' }, { lm })
    await expect(other).rejects.toThrow('the request has id and not `text`')
  })

  test('ends an evaluation, for all others would fail as well', async () => {
    const program = new Predict('right -> answer')
    program.lm = table.lm('a')
    const devset = rows.map(({ right }) => example({ right }, { inputs: ['right'] }))
    await expect(evaluate(program, { devset, metric: () => 1 })).rejects.toThrow('cannot tell')
  })
})
