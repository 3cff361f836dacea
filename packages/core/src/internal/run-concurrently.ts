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
  let failure: { error: unknown } | undefined
  const work = async (): Promise<void> => {
    while (next < count && failure === undefined) {
      const index = next
      next += 1
      try {
        await task(index)
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, count) }, work))
  if (failure !== undefined) throw thrown(failure)
}

// TypeScript does not see that `work` assigns the variable.
function thrown(failure: { error: unknown }): unknown {
  return failure.error
}
