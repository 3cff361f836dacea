import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { seededRandom } from '../../lm/__fixtures__/seeded-random.ts'
import { nearest } from './nearest.ts'
import type { Neighbour } from './top-k.ts'
import { VectorTable } from './vector-table.ts'

const random = seededRandom(7)
const vectorOf = (dimensions: number): Float32Array =>
  Float32Array.from({ length: dimensions }, () => random() - 0.5)

function tableOf(rows: readonly Float32Array[], normalize = false): VectorTable {
  const table = new VectorTable(rows[0]?.length ?? 1)
  for (const row of rows) table.append(row, normalize)
  return table
}

function plainly(rows: readonly Float32Array[], query: Float32Array, k: number): Neighbour[] {
  return rows
    .map((row, index) => ({
      index,
      score: row.reduce((sum, x, at) => sum + x * (query[at] ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, k)
}

test.for([
  [1, 1, 1],
  [3, 7, 2],
  [8, 40, 5],
  [65, 1200, 40],
  [384, 700, 10],
  // A row longer than a block.
  [70_000, 5, 3],
] as const)(
  'of %d numbers in %d rows, the %d nearest are those of the plain way',
  async ([dimensions, count, k]) => {
    const rows = Array.from({ length: count }, () => vectorOf(dimensions))
    const table = tableOf(rows)
    const query = vectorOf(dimensions)
    const [found = []] = await nearest(table.view(), [table.query(query, false)], k, undefined)
    const expected = plainly(rows, query, k)
    expect(found.map(({ index }) => index)).toEqual(expected.map(({ index }) => index))
    for (const [at, { score }] of found.entries())
      expect(score).toBeCloseTo(expected[at]?.score ?? 0, 3)
  },
)

test('more than there is gives all there is, and of equal scores the earlier row comes first', async () => {
  const table = tableOf([3, 1, 3, 2, 3].map((value) => Float32Array.of(value)))
  const query = table.query(Float32Array.of(1), false)
  const indices = async (k: number): Promise<number[]> =>
    ((await nearest(table.view(), [query], k, undefined))[0] ?? []).map(({ index }) => index)
  expect(await indices(99)).toEqual([0, 2, 4, 3, 1])
  expect(await indices(2)).toEqual([0, 2])
})

test('many queries at once find what each finds alone', async () => {
  const table = tableOf(Array.from({ length: 900 }, () => vectorOf(24)))
  const queries = Array.from({ length: 150 }, () => table.query(vectorOf(24), false))
  const together = await nearest(table.view(), queries, 3, undefined)
  const alone = await Promise.all(
    queries.map((query) => nearest(table.view(), [query], 3, undefined)),
  )
  expect(together).toEqual(alone.flat())
})

test('searches of tables of other lengths run at the same time without mixing up', async () => {
  const sizes = [16, 900, 64, 128]
  const searches = sizes.map(async (dimensions) => {
    const rows = Array.from({ length: 30_000 }, (_, at) =>
      Float32Array.from({ length: dimensions }, () => at % 997),
    )
    const table = tableOf(rows)
    const query = table.query(new Float32Array(dimensions).fill(1), false)
    const [found = []] = await nearest(table.view(), [query], 1, undefined)
    return found[0]
  })
  expect(await Promise.all(searches)).toEqual(
    sizes.map((dimensions) => ({ index: 996, score: 996 * dimensions })),
  )
})

test('vectors are brought to length one when asked for, and one of zeros stays one', async () => {
  const table = tableOf([Float32Array.of(0, 0), Float32Array.of(3, 4), Float32Array.of(0, 5)], true)
  const [found = []] = await nearest(
    table.view(),
    [table.query(Float32Array.of(0, 2), true)],
    3,
    undefined,
  )
  expect(found.map(({ index }) => index)).toEqual([2, 1, 0])
  expect(found.map(({ score }) => Number(score.toFixed(5)))).toEqual([1, 0.8, 0])
})

test('an abort ends a long search before its end', async () => {
  const table = tableOf(Array.from({ length: 20_000 }, () => new Float32Array(512)))
  const queries = Array.from({ length: 64 }, () => table.query(new Float32Array(512), false))
  const caller = new AbortController()
  const search = nearest(table.view(), queries, 3, caller.signal)
  caller.abort()
  await expect(search).rejects.toBeInstanceOf(AbortError)
})

test('rows added or taken out during a search change nothing of it', async () => {
  const table = tableOf(Array.from({ length: 16 }, (_, at) => Float32Array.of(at)))
  const view = table.view()
  table.append(Float32Array.of(99), false)
  expect(table.filtered((index) => index > 14).count).toBe(2)
  const [found = []] = await nearest(view, [table.query(Float32Array.of(1), false)], 1, undefined)
  expect(found).toEqual([{ index: 15, score: 15 }])
})
