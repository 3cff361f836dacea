import { AbortError } from '../../errors/abort-error.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'

/** Resolves no sooner than after `durationMs`; rejects with `AbortError` as soon as the signal fires. */
export async function wait(durationMs: number, signal: AbortSignal | undefined): Promise<void> {
  throwIfAborted(signal)
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer)
      reject(new AbortError(signal?.reason))
    }
    const elapse = (): void => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }
    // A timer drops fractions of a millisecond.
    const timer = setTimeout(elapse, Math.ceil(durationMs))
    signal?.addEventListener('abort', abort, { once: true })
  })
}
