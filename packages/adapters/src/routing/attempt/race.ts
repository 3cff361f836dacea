import type { Attempt } from './attempt.ts'
import type { RequestRun } from './request-run.ts'
import { rest } from './rest.ts'

/** The attempt that was first to have something, and what it has. */
export interface Lead<T> {
  readonly attempt: Attempt
  readonly value: T
}

/**
 * What the first attempt gives, or a second one that is started when it took too long; the other is
 * ended. Rejects when none gives anything.
 */
export async function race<T>(
  run: RequestRun,
  first: Attempt,
  streamed: boolean,
  ask: (attempt: Attempt) => Promise<T>,
): Promise<Lead<T>> {
  const { hedgeAfterMs } = run
  if (hedgeAfterMs === Number.POSITIVE_INFINITY) return { attempt: first, value: await ask(first) }
  const attempts = [first]
  const timer = new AbortController()
  let winner: Attempt | undefined
  let isOver = false
  const lead = async (attempt: Attempt): Promise<Lead<T>> => ({
    attempt,
    value: await ask(attempt),
  })
  const leading = lead(first)
  // One that failed is followed by the next in the usual way.
  leading.catch(() => timer.abort())
  const beside = async (): Promise<Lead<T>> => {
    await rest(hedgeAfterMs, timer.signal)
    const second = await run.startBeside(first, streamed)
    if (!second) return leading
    if (isOver) {
      second.close()
      return leading
    }
    attempts.push(second)
    return lead(second)
  }
  try {
    const found = await Promise.any([leading, beside()])
    winner = found.attempt
    return found
  } finally {
    isOver = true
    timer.abort()
    for (const attempt of attempts) if (attempt !== winner) attempt.close()
  }
}
