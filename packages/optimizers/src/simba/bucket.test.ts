import { expect, it } from 'vitest'
import { toBuckets } from './bucket.ts'

const run = (score: number) => ({ score, steps: [], calls: [] })

it('sorts by the gap from best to worst, then by the best, then by its gap to the average', () => {
  const scores = [
    [0.5, 0.5, 0.5],
    [1, 0, 1],
    [0, 0.8, 0.4],
    [0, 0, 1],
    [1, 1, 1],
  ]
  const batch = scores.map((_, position) => ({ position }))
  const buckets = toBuckets(
    batch,
    scores.map((ofOne) => ofOne.map(run)),
  )
  expect(buckets.map(({ gold }) => gold.position)).toEqual([3, 1, 2, 4, 0])
  expect(buckets[2]?.runs.map(({ score }) => score)).toEqual([0.8, 0.4, 0])
})
