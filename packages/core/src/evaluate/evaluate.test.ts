import { expect, test } from 'vitest'
import { AbortError } from '../errors/abort-error.ts'
import { EmptyDatasetError } from '../errors/empty-dataset-error.ts'
import { LMNotConfiguredError } from '../errors/lm-not-configured-error.ts'
import { MetricError } from '../errors/metric-error.ts'
import { TooManyErrorsError } from '../errors/too-many-errors-error.ts'
import { example } from '../example/example.ts'
import { Predict } from '../predict/predict.ts'
import { configure } from '../settings/configure.ts'
import { trackUsage } from '../settings/track-usage.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { evaluate } from './evaluate.ts'
import type { EvaluationProgress } from './progress.ts'

const program = new Predict("text -> label: 'even' | 'odd'")
const devset = Array.from({ length: 20 }, (_, index) =>
  example({ text: `${index}`, label: index % 2 === 0 ? 'even' : 'odd' }, { inputs: ['text'] }),
)
const exact = (gold: { label: string }, prediction: { label: string }): boolean =>
  gold.label === prediction.label
const numberOf = (request: { messages: { content: unknown }[] }): number =>
  Number(/text ## \]\]\n(\d+)/.exec(String(request.messages.at(-1)?.content))?.[1])

program.lm = new MockLM({ label: 'even' }, { costUSD: 0.01 })

test('a score, its interval, a row for each example in order, and the cost', async () => {
  const result = await evaluate(program, { devset, metric: exact })
  expect(result.score).toBe(0.5)
  expect(result.interval[0]).toBeCloseTo(0.299, 3)
  expect(result.interval[1]).toBeCloseTo(0.701, 3)
  expect(result.rows.map(({ example: row }) => row)).toEqual(devset)
  expect(result.rows[1]).toMatchObject({ score: 0, error: undefined, costUSD: 0.01 })
  expect(result.rows[0]?.prediction?.label).toBe('even')
  expect(result.costUSD).toBeCloseTo(0.2)
  expect(result.usage.calls).toBe(20)
})

test('no more rows are in flight than allowed, and order does not depend on their speed', async () => {
  let inFlight = 0
  let most = 0
  const lm = new MockLM(async (request) => {
    inFlight += 1
    most = Math.max(most, inFlight)
    await new Promise((resolve) => setTimeout(resolve, (20 - numberOf(request)) % 7))
    inFlight -= 1
    return `[[ ## label ## ]]\n${numberOf(request) % 2 === 0 ? 'even' : 'odd'}`
  })
  const copy = program.copy()
  copy.setLM(lm)
  const { score, rows } = await evaluate(copy, { devset, metric: exact, concurrency: 4 })
  expect(most).toBe(4)
  expect(score).toBe(1)
  expect(rows.map(({ example: row }) => row.text)).toEqual(devset.map(({ text }) => text))
})

test('a row that fails scores nothing, keeps its error, and loses no other row', async () => {
  const copy = program.copy()
  copy.setLM(
    new MockLM((request) => {
      if (numberOf(request) === 3) throw new TypeError('bad luck')
      return '[[ ## label ## ]]\nodd'
    }),
  )
  const { rows, score } = await evaluate(copy, { devset, metric: exact })
  expect(rows[3]).toMatchObject({
    score: 0,
    prediction: undefined,
    error: new TypeError('bad luck'),
  })
  expect(score).toBeCloseTo(9 / 20)
})

test.each<[string, () => never | number]>([
  [
    'throws',
    () => {
      throw new Error('oops')
    },
  ],
  ['returns NaN', () => Number.NaN],
  ['returns a score above one', () => 2],
])('a metric that %s makes a failed row, not a failed evaluation', async (_name, metric) => {
  const { rows, score } = await evaluate(program, { devset, metric })
  expect(score).toBe(0)
  expect(rows).toHaveLength(20)
  expect(
    rows.every(({ error, prediction }) => MetricError.is(error) && prediction !== undefined),
  ).toBe(true)
})

test('a metric may give a share and words, and may be asynchronous', async () => {
  const metric = async () => ({ score: 0.25, feedback: 'meh' })
  const { score, rows } = await evaluate(program, { devset, metric })
  expect(score).toBe(0.25)
  expect(rows[0]?.feedback).toBe('meh')
})

test('an empty devset and a missing LM are errors at once', async () => {
  await expect(evaluate(program, { devset: [], metric: exact })).rejects.toThrow(EmptyDatasetError)
  configure({ lm: undefined })
  const bare = new Predict("text -> label: 'even' | 'odd'")
  await expect(evaluate(bare, { devset, metric: exact })).rejects.toThrow(LMNotConfiguredError)
})

test('too many errors stop the evaluation and keep the rows that were finished', async () => {
  const copy = program.copy()
  copy.setLM(new MockLM([]))
  const error = await evaluate(copy, { devset, metric: exact, maxErrors: 4, concurrency: 1 }).catch(
    (caught: unknown) => caught,
  )
  expect(TooManyErrorsError.is(error) && error.partial).toHaveLength(5)
})

test('an abort stops the evaluation and keeps the rows that were finished', async () => {
  const controller = new AbortController()
  const copy = program.copy()
  copy.setLM(
    new MockLM((request) => {
      if (numberOf(request) === 7) controller.abort()
      return '[[ ## label ## ]]\neven'
    }),
  )
  const error = await evaluate(copy, {
    devset,
    metric: exact,
    concurrency: 1,
    signal: controller.signal,
  }).catch((caught: unknown) => caught)
  expect(AbortError.is(error) && error.partial).toHaveLength(7)
})

test('an abort does not wait for a metric that hangs', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 10)
  const metric = (): Promise<number> => new Promise(() => undefined)
  const call = evaluate(program, { devset, metric, signal: controller.signal })
  await expect(call).rejects.toThrow(AbortError)
})

test('progress is told row by row', async () => {
  const seen: EvaluationProgress[] = []
  await evaluate(program, {
    devset,
    metric: exact,
    concurrency: 1,
    onProgress: (progress) => seen.push(progress),
  })
  expect(seen).toHaveLength(20)
  expect(seen.at(-1)).toEqual({ done: 20, total: 20, errors: 0, score: 0.5 })
})

test('usage reaches whoever tracks it', async () => {
  const { usage } = await trackUsage(() => evaluate(program, { devset, metric: exact }))
  expect(usage.calls).toBe(20)
  expect(usage.byModel['mock/mock']?.costUSD).toBeCloseTo(0.2)
})

test('ten thousand rows are no problem', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => devset[index % 20] ?? devset[0]).filter(
    (row) => row !== undefined,
  )
  const lm = {
    ...program.lm,
    model: 'plain',
    stream: async function* () {},
    generate: async () => ({
      model: 'plain',
      outputs: [{ text: '[[ ## label ## ]]\neven', finishReason: 'stop' as const }],
      usage: { inputTokens: 1, outputTokens: 1 },
    }),
  }
  const copy = program.copy()
  copy.setLM(lm)
  const { rows } = await evaluate(copy, { devset: many, metric: exact, concurrency: 64 })
  expect(rows).toHaveLength(10_000)
})
