import { AbortError } from '../errors/abort-error.ts'
import { throwIfAborted } from '../lm/attempts/throw-if-aborted.ts'

/**
 * Hands the events of a stream to a function, which may make it wait. An abort ends it with `AbortError` at
 * once, also where the stream does not listen. However it ends, the stream is closed and the signal let go.
 */
export async function drain<Event>(
  events: AsyncIterable<Event>,
  signal: AbortSignal | undefined,
  take: (event: Event) => Promise<void> | undefined,
): Promise<void> {
  throwIfAborted(signal)
  const iterator = events[Symbol.asyncIterator]()
  // One promise for the whole stream: a race at each event would double its time.
  if (!signal) return takeAll(iterator, take)
  let abort = (): void => undefined
  try {
    await new Promise<void>((resolve, reject) => {
      abort = () => {
        reject(new AbortError(signal.reason))
        // A stream that does not listen may never close, or fail when it does; nobody waits for it.
        close(iterator).catch(() => undefined)
      }
      signal.addEventListener('abort', abort)
      const takeUnlessAborted = (event: Event): Promise<void> | undefined => {
        throwIfAborted(signal)
        return take(event)
      }
      takeAll(iterator, takeUnlessAborted).then(resolve, reject)
    })
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

async function takeAll<Event>(
  iterator: AsyncIterator<Event>,
  take: (event: Event) => Promise<void> | undefined,
): Promise<void> {
  let isOpen = true
  try {
    for (;;) {
      isOpen = false
      const result = await iterator.next()
      if (result.done === true) return
      isOpen = true
      const wait = take(result.value)
      if (wait) await wait
    }
  } finally {
    if (isOpen) await close(iterator)
  }
}

async function close(iterator: AsyncIterator<unknown>): Promise<void> {
  await iterator.return?.()
}
