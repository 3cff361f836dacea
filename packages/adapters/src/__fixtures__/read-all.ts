/** Everything an iterable of lists yields, in one list. */
export async function readAll<T>(lists: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const list of lists) all.push(...list)
  return all
}
