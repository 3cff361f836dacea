import { throwIfAborted } from '../../lm/attempts/throw-if-aborted.ts'
import { dotProducts } from './dot-products.ts'
import { type Neighbour, TopK } from './top-k.ts'
import type { TableView } from './vector-table.ts'

// Queries that go over the rows together.
const queriesAtOnce = 64
// After about this many products, some 10 ms, others get their turn.
const productsPerTurn = 2 ** 24

/**
 * The k rows with the largest dot products, of each query, exactly; the best first, and of equal ones
 * the earlier row. Throws `AbortError`.
 */
export async function nearest(
  table: TableView,
  queries: readonly Float32Array[],
  k: number,
  signal: AbortSignal | undefined,
): Promise<Neighbour[][]> {
  const found: Neighbour[][] = []
  for (let first = 0; first < queries.length; first += queriesAtOnce) {
    found.push(...(await search(table, queries.slice(first, first + queriesAtOnce), k, signal)))
  }
  return found
}

async function search(
  { numbers, count, stride }: TableView,
  queries: readonly Float32Array[],
  k: number,
  signal: AbortSignal | undefined,
): Promise<Neighbour[][]> {
  const searches = queries.map((query) => ({ query, best: new TopK(k) }))
  const products = dotProducts()
  const blockRows = products.blockRows(stride)
  let done = 0
  for (let start = 0; start < count; start += blockRows) {
    const end = Math.min(start + blockRows, count)
    products.load(numbers.subarray(start * stride, end * stride), stride)
    for (const { query, best } of searches) best.offer(products.scores(query), start)
    done += (end - start) * stride * queries.length
    if (done < productsPerTurn) continue
    done = 0
    await new Promise((resolve) => setImmediate(resolve))
    throwIfAborted(signal)
  }
  return searches.map(({ best }) => best.sorted())
}
