import { AbortError } from '../errors/abort-error.ts'

/** The events of a stream up to an abort, which ends it at once, also where the stream does not listen. */
export function endingWith<Event>(
  signal: AbortSignal,
  events: AsyncIterable<Event>,
): AsyncIterable<Event> {
  const iterator = events[Symbol.asyncIterator]()
  let reject: ((error: AbortError) => void) | undefined
  const abort = (): void => {
    reject?.(new AbortError(signal.reason))
    close()
  }
  const close = (): Promise<IteratorResult<Event>> | undefined => {
    signal.removeEventListener('abort', abort)
    const closed = iterator.return?.()
    // A stream that does not listen may never close, or fail when it does; nobody waits for it.
    closed?.catch(() => undefined)
    return closed
  }
  signal.addEventListener('abort', abort)
  return {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve, refuse) => {
          reject = refuse
          iterator.next().then(resolve, refuse)
        }),
      return: async () => {
        await (signal.aborted ? undefined : close())
        return { done: true, value: undefined }
      },
    }),
  }
}
