import { expect, test } from 'vitest'
import { example } from '../../example/example.ts'
import { Predict } from '../../predict/predict.ts'
import { Image } from '../../schema/special/image.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { compareEvaluations } from '../compare/compare-evaluations.ts'
import { evaluate } from '../evaluate.ts'
import type { EvaluationResult } from '../evaluation-result.ts'
import { csvCell } from './csv-cell.ts'
import { evaluationToCSV } from './evaluation-to-csv.ts'
import { evaluationToJSON } from './evaluation-to-json.ts'
import { toJSONValue } from './to-json-value.ts'

const answers: Record<string, string> = { one: '=1+1', two: 'a "quoted", text\r\nin lines' }

async function evaluated(): Promise<EvaluationResult<object, object>> {
  const program = new Predict('question -> answer, tags: list[str]')
  program.lm = new MockLM(
    ({ messages }) => {
      const name = /question ## \]\]\n(\w+)/.exec(String(messages.at(-1)?.content))?.[1] ?? ''
      if (!(name in answers)) throw new TypeError('no such question')
      return `[[ ## answer ## ]]\n${answers[name]}\n\n[[ ## tags ## ]]\n["x", "y"]`
    },
    { costUSD: 0.5 },
  )
  const devset = ['one', 'two', 'three'].map((question) =>
    example({ question, answer: '-2', weight: -3 }, { inputs: ['question'] }),
  )
  const metric = (): { score: number; feedback: string } => ({ score: 0.5, feedback: '@home' })
  return evaluate(program, { devset, metric, concurrency: 1, keepPrompts: true })
}

/** Reads CSV as RFC 4180 says, by the letter. */
function readCSV(text: string): string[][] {
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy
  const lines: string[][] = [[]]
  let end = 0
  for (const [all, value = '', separator] of text.matchAll(cell)) {
    end += all.length
    lines.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (separator === '\r\n') lines.push([])
  }
  expect(end).toBe(text.length)
  return lines.slice(0, -1)
}

test('CSV has a line for each row and a column for each field, quoted as RFC 4180 says', async () => {
  const [header, one, two, three] = readCSV(evaluationToCSV(await evaluated()))
  expect(header?.join(' ')).toBe(
    'input.question label.answer label.weight output.answer output.tags score feedback error costUSD durationMs',
  )
  expect(one?.slice(0, 9)).toEqual([
    'one',
    "'-2",
    '-3',
    "'=1+1",
    '["x","y"]',
    '0.5',
    "'@home",
    '',
    '0.5',
  ])
  expect(two?.[3]).toBe('a "quoted", text\nin lines')
  expect(three?.slice(3, 9)).toEqual(['', '', '0', '', 'TypeError: no such question', '0'])
})

test.each([
  ['=cmd()', "'=cmd()"],
  ['  +1', "'  +1"],
  ['＝SUM(A1)', "'＝SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\nx', '"\'\nx"'],
  ['a=b', 'a=b'],
  [' padded ', '" padded "'],
  [-5, '-5'],
  [false, 'false'],
  [null, ''],
])('%j as a cell runs no formula and keeps its text', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})

test('JSON has every row with its example, prediction, error and calls', async () => {
  const result = await evaluated()
  const read = JSON.parse(evaluationToJSON(result))
  expect(read).toMatchObject({ version: 1, score: result.score, usage: { calls: 2 } })
  expect(read.interval).toEqual(result.interval)
  expect(read.rows).toHaveLength(3)
  expect(read.rows[0]).toMatchObject({
    example: { question: 'one', answer: '-2', weight: -3 },
    inputs: ['question'],
    prediction: { answer: '=1+1', tags: ['x', 'y'] },
    score: 0.5,
    feedback: '@home',
    costUSD: 0.5,
  })
  expect(read.rows[0]).not.toHaveProperty('error')
  expect(read.rows[0].calls[0].messages).toHaveLength(2)
  expect(read.rows[2]).toMatchObject({
    prediction: null,
    error: { name: 'TypeError', message: 'no such question' },
  })
})

test('an evaluation that was saved as JSON is compared with a new one', async () => {
  const saved = JSON.parse(evaluationToJSON(await evaluated()))
  expect(compareEvaluations(saved, await evaluated())).toMatchObject({ difference: 0, ties: 3 })
})

test('what JSON lacks is told as text, and nothing throws', () => {
  const circle: Record<string, unknown> = { when: new Date(0), missing: undefined }
  circle['self'] = circle
  expect(
    toJSONValue({
      circle,
      numbers: [Number.NaN, -Infinity, 12n],
      set: new Set([1]),
      map: new Map([['a', { b: null }]]),
      image: new Image('https://example.com/a.png'),
      run: () => 1,
      ['__proto__']: 'data',
    }),
  ).toEqual({
    circle: { when: '1970-01-01T00:00:00.000Z', self: '[circular]' },
    numbers: ['NaN', '-Infinity', '12'],
    set: [1],
    map: [['a', { b: null }]],
    image: { url: 'https://example.com/a.png' },
    run: '[function]',
    ['__proto__']: 'data',
  })
})
