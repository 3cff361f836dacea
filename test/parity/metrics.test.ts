import {
  exactMatch,
  f1,
  hotpotF1,
  type Metric,
  normalizeText,
  type Prediction,
  passageMatch,
  scoreWith,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { vectors } from './vectors.ts'

interface MetricVector {
  id: string
  prediction: string
  gold: string | string[]
  passages: string[]
  exact: boolean
  f1: number
  hotpotF1: number
  threshold: number
  passes: boolean
  inPassages: boolean
}

type Compared = { answer: string; context: string[] }

const byWords = /[\p{L}\p{N}\p{M}]|[^\p{Z}\p{C}]/u

function scoreOf(metric: Metric<{ answer: unknown }, Compared>, vector: MetricVector) {
  const prediction: Prediction<Compared> = {
    answer: vector.prediction,
    context: vector.passages,
    $meta: {
      model: '',
      usage: { inputTokens: 0, outputTokens: 0 },
      costUSD: 0,
      cached: false,
      completions: [],
      attempts: 0,
      durationMs: 0,
    },
  }
  return scoreWith(metric, { answer: vector.gold }, prediction)
}

test.each(vectors<MetricVector>('metrics'))('$id is scored as DSPy scores it', async (vector) => {
  const { threshold } = vector
  const answer = { field: 'answer' } as const
  expect(await scoreOf(exactMatch(answer), vector)).toEqual({ score: Number(vector.exact) })
  expect((await scoreOf(f1(answer), vector)).score).toBeCloseTo(vector.f1, 12)
  expect((await scoreOf(hotpotF1(answer), vector)).score).toBeCloseTo(vector.hotpotF1, 12)
  expect(await scoreOf(f1({ ...answer, threshold }), vector)).toEqual({
    score: Number(vector.passes),
  })
})

// On purpose: DSPy finds an answer of which normalizing leaves nothing in every passage.
const withWords = vectors<MetricVector>('metrics').filter(({ gold }) =>
  [gold].flat().every((text) => byWords.test(normalizeText(text))),
)

test.each(withWords)('$id is found in the passages where DSPy finds it', async (vector) => {
  const metric = passageMatch({ field: 'context', goldField: 'answer' })
  expect(await scoreOf(metric, vector)).toEqual({ score: Number(vector.inPassages) })
})
