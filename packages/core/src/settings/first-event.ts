const times = new WeakMap<object, number>()

/** The events of a stream, whose first is timed for `firstEventMs`; the others pass as they are. */
export function timedEvents<Event>(
  request: object,
  events: AsyncIterable<Event>,
): AsyncIterable<Event> {
  const startedAt = performance.now()
  const note = (): void => {
    times.set(request, performance.now() - startedAt)
  }
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = events[Symbol.asyncIterator]()
      let isFirst = true
      return {
        next: () => {
          const result = iterator.next()
          // A stream that fails at once has no first event, and whoever reads it hears of that.
          if (isFirst) Promise.resolve(result).then(note, () => undefined)
          isFirst = false
          return result
        },
        return: async () =>
          (await iterator.return?.()) ?? { done: true as const, value: undefined },
      }
    },
  }
}

/** How long the first event of a request's stream took; undefined for one that was not streamed. */
export function firstEventMs(request: object): number | undefined {
  return times.get(request)
}
