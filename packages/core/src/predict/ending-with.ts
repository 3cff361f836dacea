import { AbortError } from '../errors/abort-error.ts'
import { throwIfAborted } from '../lm/attempts/throw-if-aborted.ts'

/**
 * The events of a stream up to an abort, which ends it with `AbortError` at once, also where the stream
 * does not listen. However it ends, nothing stays behind on the signal.
 */
export function endingWith<Event>(
  signal: AbortSignal,
  events: AsyncIterable<Event>,
): AsyncIterable<Event> {
  const iterator = events[Symbol.asyncIterator]()
  let refuse: ((error: unknown) => void) | undefined
  const stopListening = (): void => signal.removeEventListener('abort', abort)
  const close = async (): Promise<void> => {
    stopListening()
    await iterator.return?.()
  }
  const abort = (): void => {
    refuse?.(new AbortError(signal.reason))
    // A stream that does not listen may never close, or fail when it does; nobody waits for it.
    close().catch(() => undefined)
  }
  const next = async (): Promise<IteratorResult<Event>> => {
    throwIfAborted(signal)
    return new Promise((resolve, reject) => {
      refuse = reject
      iterator.next().then(
        (result) => {
          if (result.done === true) stopListening()
          resolve(result)
        },
        (error: unknown) => {
          stopListening()
          reject(error)
        },
      )
    })
  }
  signal.addEventListener('abort', abort)
  return {
    [Symbol.asyncIterator]: () => ({
      next,
      return: async () => {
        if (!signal.aborted) await close()
        return { done: true, value: undefined }
      },
    }),
  }
}
