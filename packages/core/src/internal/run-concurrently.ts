/**
 * Runs `task` for 0 … count - 1, at most `limit` at a time and in order of start. The first error stops
 * the start of further tasks and is thrown once those that run have ended.
 */
export async function runConcurrently(
  count: number,
  limit: number,
  task: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const failures: unknown[] = []
  const work = async (): Promise<void> => {
    while (next < count && failures.length === 0) {
      const index = next
      next += 1
      try {
        await task(index)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, count) }, work))
  if (failures.length > 0) throw failures[0]
}
