const times = new WeakMap<object, number>()

/** Begins to time a request's stream; the function is for its first event. */
export function timeFirstEvent(request: object): () => void {
  const startedAt = performance.now()
  return () => {
    times.set(request, performance.now() - startedAt)
  }
}

/** How long the first event of a request's stream took; undefined for one that was not streamed. */
export function firstEventMs(request: object): number | undefined {
  return times.get(request)
}
