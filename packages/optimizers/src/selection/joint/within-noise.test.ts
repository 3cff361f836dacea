import { expect, test } from 'vitest'
import type { CandidateRun } from '../candidate-run.ts'
import { byScore, cheapestWithinNoise } from './within-noise.ts'

/** What is looked at of a candidate: its scores, and its price. */
function candidate(name: string, price: number | null, scores: readonly number[]) {
  const rows = scores.map((score) => ({ score, calls: [], steps: [] }))
  const meanScore = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
  // The rest of a run takes no part.
  return { name, rows, meanScore, costPerExampleUSD: price } as unknown as CandidateRun<
    object,
    object
  >
}

const ones = Array.from({ length: 20 }, () => 1)
const missing = (...lost: number[]): number[] =>
  ones.map((_, index) => (lost.includes(index) ? 0 : 1))

test.each([
  ['the cheaper one of equals', ones, ones, 'cheap'],
  ['the cheaper one that lost a single example', missing(3), ones, 'cheap'],
  ['the dearer one when the cheaper lost two and won none', missing(3, 4), ones, 'dear'],
  ['the cheaper one when it won as often as it lost', missing(3, 4), missing(5, 6), 'cheap'],
  ['the cheaper one of two that have run a single example', [0], [1], 'cheap'],
  ['the only one that was run', [], [0], 'dear'],
])('takes %s', (_, cheap, dear, chosen) => {
  const candidates = [candidate('dear', 2, dear), candidate('cheap', 1, cheap)]
  expect(cheapestWithinNoise(candidates)?.name).toBe(chosen)
})

test('compares on the examples that both have run', () => {
  const candidates = [candidate('cheap', 1, [1, 1, 0, 0]), candidate('dear', 2, [1, 1, 0, 0, 1, 1])]
  expect(cheapestWithinNoise(candidates)?.name).toBe('cheap')
})

test('takes the first of those whose prices are not known', () => {
  const candidates = [candidate('first', null, ones), candidate('second', null, ones)]
  expect(cheapestWithinNoise(candidates)?.name).toBe('first')
})

test('nothing comes of nothing', () => {
  expect(cheapestWithinNoise([candidate('idle', 1, [])])).toBeUndefined()
})

test('sorts by score, and equals by price', () => {
  const candidates = [
    candidate('dear', 3, ones),
    candidate('worse', 1, missing(1)),
    candidate('cheap', 2, ones),
    candidate('idle', 1, []),
  ]
  expect(byScore(candidates).map(({ name }) => name)).toEqual(['cheap', 'dear', 'worse'])
})
