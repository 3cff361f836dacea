import { Embedder, Embeddings } from '@ockham/core'
import { median } from './median.ts'

const count = 100_000
const dimensions = 384
const k = 5
const runs = 9

/** One query over many vectors, beside the plain way to write it. */
export async function benchSearch(): Promise<void> {
  const vectors = Array.from({ length: count }, (_, row) => vectorOf(row))
  const query = vectorOf(count)
  const embed = (texts: string[]): Float32Array[] =>
    texts.map((text) => vectors[Number(text)] ?? query)
  const embedder = new Embedder(embed, { cache: false, batchSize: 10_000 })
  const corpus = vectors.map((_, row) => String(row))
  const search = await new Embeddings({ corpus, embedder, k, normalize: false }).ready()

  const plain = (): number[] =>
    vectors
      .map((vector, row) => ({
        row,
        score: vector.reduce((sum, x, at) => sum + x * (query[at] ?? 0), 0),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, k)
      .map(({ row }) => row)
  const found = await search({ query: 'query' })
  if (found.indices.join() !== plain().join()) throw new Error('The two searches disagree.')

  const ours = await timed(() => search({ query: 'query' }))
  const floor = await timed(plain)
  const many = (await timed(() => search.searchAll(new Array<string>(64).fill('query')))) / 64
  console.log(`\nSearch, ${count} x ${dimensions}`)
  console.log(`  one query       ${ours.toFixed(1)} ms`)
  console.log(`  one of 64       ${many.toFixed(1)} ms`)
  console.log(
    `  map and sort    ${floor.toFixed(1)} ms (${(floor / ours).toFixed(0)} times as long)`,
  )
}

async function timed(run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < runs; at += 1) {
    const startedAt = performance.now()
    await run()
    times.push(performance.now() - startedAt)
  }
  return median(times)
}

/** The same numbers for the same row, in [-1, 1]. */
function vectorOf(row: number): Float32Array {
  return Float32Array.from({ length: dimensions }, (_, at) => Math.sin((row + 1) * (at + 1)))
}
