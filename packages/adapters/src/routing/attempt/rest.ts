import { setTimeout } from 'node:timers/promises'
import { AbortError } from '@ockham/core'

/** A timer fires at once for a longer delay. */
const longestTimerMs = 2 ** 31 - 1

/** Resolves after so many milliseconds; rejects with `AbortError` as soon as the signal fires. */
export async function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(Math.min(Math.ceil(ms), longestTimerMs), undefined, signal && { signal })
  } catch {
    throw new AbortError(signal?.reason)
  }
}
