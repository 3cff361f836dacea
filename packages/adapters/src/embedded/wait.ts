import { setTimeout } from 'node:timers/promises'
import { AbortError } from '@ockham/core'

/** Waits so many milliseconds, not at all for 0; throws `AbortError` when the signal has fired or fires. */
export async function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) throw new AbortError(signal.reason)
  if (milliseconds === 0) return
  try {
    await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal })
  } catch {
    throw new AbortError(signal?.reason)
  }
}
