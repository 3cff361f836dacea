import { expect, test } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { example } from '../../example/example.ts'
import { Predict } from '../../predict/predict.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { evaluate } from '../evaluate.ts'
import { exactMatch } from './exact-match.ts'
import { f1 } from './f1.ts'
import { weightedMetric } from './weighted-metric.ts'
import { withFeedback } from './with-feedback.ts'

const program = new Predict('question -> answer')
program.lm = new MockLM({ answer: 'the red house' })
const devset = ['red house', 'blue house'].map((answer) =>
  example({ question: 'q', answer }, { inputs: ['question'] }),
)

test('a metric is given words, and keeps its score', async () => {
  const metric = withFeedback(
    exactMatch({ field: 'answer' }),
    ({
      gold,
      prediction,
      score,
    }: {
      gold: { answer: unknown }
      prediction: { answer: unknown }
      score: number
    }) => (score === 1 ? undefined : `Expected ${gold.answer}, got ${prediction.answer}.`),
  )
  const { rows, score } = await evaluate(program, { devset, metric })
  expect(score).toBe(0.5)
  expect(rows.map(({ feedback }) => feedback)).toEqual([
    undefined,
    'Expected blue house, got the red house.',
  ])
})

test('words that are not given leave those of the metric', async () => {
  const metric = withFeedback(
    () => ({ score: 0, feedback: 'own words' }),
    () => undefined,
  )
  const { rows } = await evaluate(program, { devset, metric })
  expect(rows[0]?.feedback).toBe('own words')
})

test('several metrics are one: a weighted mean, and a line for each', async () => {
  const metric = weightedMetric({
    exact: { metric: exactMatch({ field: 'answer' }), weight: 3 },
    words: { metric: f1({ field: 'answer' }) },
  })
  const { rows } = await evaluate(program, { devset, metric })
  expect(rows.map(({ score }) => score)).toEqual([1, 0.125])
  expect(rows[1]?.feedback).toBe('exact (0.00)\nwords (0.50)')
})

test('the error of a part is told as it is', async () => {
  const metric = weightedMetric({ part: { metric: () => 7 } })
  const { rows } = await evaluate(program, { devset, metric })
  expect(String(rows[0]?.error)).toMatch(/^MetricError: The metric returned 7/)
})

test('weights of nothing and no metrics are refused', () => {
  const metric = exactMatch({ field: 'answer' })
  expect(() => weightedMetric({ exact: { metric, weight: 0 } })).toThrow(OptionError)
  expect(() => weightedMetric({})).toThrow(OptionError)
})
