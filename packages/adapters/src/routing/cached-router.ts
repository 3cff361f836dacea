import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type CacheOptions,
  cached,
  type LM,
  type LMPlan,
  type LMRequest,
  type LMStreamEvent,
} from '@ockham/core'

/** What the cache did for one request. */
interface Told {
  cache: 'hit' | 'shared' | 'miss'
}

/**
 * Puts a cache around the calls of a router. Each reply's plan says what the cache did; where it answered,
 * the plan is that of a request for which nobody was asked.
 */
export function cachedRouter(
  inner: LM,
  options: CacheOptions,
  plan: (request: LMRequest) => LMPlan,
): Pick<LM, 'generate' | 'stream'> {
  // The cache tells all requests in one place; the context says which one it was.
  const telling = new AsyncLocalStorage<Told>()
  const lm = cached(inner, {
    ...options,
    onEvent(event) {
      const told = telling.getStore()
      if (told && (event.type === 'hit' || event.type === 'shared')) told.cache = event.type
      options.onEvent?.(event)
    },
  })

  /** A reply that was asked for has the plan of its calls. */
  function planned(made: LMPlan | undefined, request: LMRequest, { cache }: Told): LMPlan {
    if (made) return { ...made, cache }
    const { candidates, ...rest } = plan(request)
    const unasked = candidates.map((candidate) =>
      candidate.verdict === 'chosen'
        ? { ...candidate, verdict: 'standby' as const, reason: 'The cache had the reply.' }
        : candidate,
    )
    return { ...rest, candidates: unasked, cache }
  }

  return {
    async generate(request) {
      const told: Told = { cache: 'miss' }
      const response = await telling.run(told, () => lm.generate(request))
      return { ...response, plan: planned(response.plan, request, told) }
    },
    async *stream(request): AsyncGenerator<LMStreamEvent, void> {
      const told: Told = { cache: 'miss' }
      const events = lm.stream(request)[Symbol.asyncIterator]()
      try {
        let step = await telling.run(told, () => events.next())
        while (!step.done) {
          const event = step.value
          if (event.type === 'finish') {
            const { response } = event
            yield {
              ...event,
              response: { ...response, plan: planned(response.plan, request, told) },
            }
            return
          }
          yield event
          step = await events.next()
        }
      } finally {
        await events.return?.()
      }
    },
  }
}
