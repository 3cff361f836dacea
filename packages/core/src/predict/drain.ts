import { AbortError } from '../errors/abort-error.ts'

/** Takes the events of a stream; a returned promise makes the stream wait. */
export interface EventTaker<Event> {
  take(event: Event): Promise<void> | undefined
}

/**
 * Hands the events of a stream to a taker. An abort ends it with `AbortError` at once, also where the stream
 * does not listen. However it ends, the stream is closed and the signal let go.
 */
export function drain<Event>(
  events: AsyncIterable<Event>,
  signal: AbortSignal | undefined,
  taker: EventTaker<Event>,
): Promise<void> {
  if (signal?.aborted) return Promise.reject(new AbortError(signal.reason))
  const iterator = events[Symbol.asyncIterator]()
  let isAborted = false
  const takeAll = async (): Promise<void> => {
    let isOpen = true
    try {
      for (;;) {
        isOpen = false
        const result = await iterator.next()
        if (result.done === true) return
        isOpen = true
        if (isAborted) return
        const wait = taker.take(result.value)
        if (wait) await wait
      }
    } finally {
      if (isOpen) await close(iterator)
    }
  }
  if (!signal) return takeAll()
  // One promise for the whole stream: a race at each event would double its time.
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      isAborted = true
      reject(new AbortError(signal.reason))
      // A stream that does not listen may never close, or fail when it does; nobody waits for it.
      close(iterator).catch(() => undefined)
    }
    const release = (): void => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort, { once: true })
    takeAll().then(
      () => {
        release()
        resolve()
      },
      (error) => {
        release()
        reject(error)
      },
    )
  })
}

async function close(iterator: AsyncIterator<unknown>): Promise<void> {
  await iterator.return?.()
}
