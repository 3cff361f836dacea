import { setTimeout as sleep } from 'node:timers/promises'
import { AbortError } from '@ockham/core'

/** Waits; throws `AbortError` when the signal fires. */
export async function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(seconds * 1000, undefined, signal ? { signal } : {})
  } catch (error) {
    if (signal?.aborted === true) throw new AbortError(signal.reason)
    throw error
  }
}
