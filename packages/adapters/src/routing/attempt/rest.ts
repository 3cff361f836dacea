import { setTimeout } from 'node:timers/promises'
import { AbortError } from '@ockham/core'

/** Resolves after so many milliseconds; rejects with `AbortError` as soon as the signal fires. */
export async function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(Math.ceil(ms), undefined, signal && { signal })
  } catch {
    throw new AbortError(signal?.reason)
  }
}
