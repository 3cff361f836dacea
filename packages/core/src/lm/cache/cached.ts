import { decorated } from '../attempts/decorated.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { replay } from '../stream/replay.ts'
import { type CacheOptions, resolveCacheOptions } from './cache-options.ts'
import { LazyStream } from './lazy-stream.ts'
import { ResponseCache } from './response-cache.ts'
import { SingleFlight } from './single-flight.ts'
import { StreamFlights } from './stream-flights.ts'
import { toCacheHit } from './to-cache-hit.ts'

/**
 * Answers a repeated request from a store, with `cached: true`, no tokens and no cost. Identical
 * calls of `generate` at the same time share one call of `lm`, and so do those of `stream`; the fastest
 * reader sets the pace. Only whole, good replies are stored. Throws `OptionError`.
 */
export function cached(lm: LM, options: CacheOptions = {}): LM {
  const cache = new ResponseCache(lm, resolveCacheOptions(options))
  const calls = new SingleFlight<LMResponse>()
  const streams = new StreamFlights()

  async function ask(key: string, request: LMRequest, signal: AbortSignal): Promise<LMResponse> {
    const hit = await cache.find(key)
    if (hit) return hit
    throwIfAborted(signal)
    const response = await lm.generate({ ...request, signal })
    if (!signal.aborted) await cache.keep(key, response)
    return response
  }

  async function generate(request: LMRequest): Promise<LMResponse> {
    throwIfAborted(request.signal)
    const key = cache.key(request)
    if (key === undefined) return lm.generate(request)
    const work = (signal: AbortSignal): Promise<LMResponse> => ask(key, request, signal)
    const { value, shared } = await calls.join(key, request.signal, work)
    if (!shared) return value
    cache.tell('shared')
    return toCacheHit(value)
  }

  function shared(key: string, request: LMRequest): AsyncIterator<LMStreamEvent> {
    let hit: LMResponse | undefined
    return streams.join(key, request.signal, {
      async open(signal) {
        hit = await cache.find(key)
        if (hit) return replay(hit)
        throwIfAborted(signal)
        return lm.stream({ ...request, signal })[Symbol.asyncIterator]()
      },
      async keep(response) {
        if (!hit) await cache.keep(key, response)
      },
    })
  }

  function stream(request: LMRequest): AsyncIterator<LMStreamEvent> {
    throwIfAborted(request.signal)
    const key = cache.key(request)
    if (key === undefined) return lm.stream(request)[Symbol.asyncIterator]()
    if (streams.has(key)) cache.tell('shared')
    return shared(key, request)
  }

  return decorated(lm, {
    generate,
    stream: (request) => new LazyStream(() => stream(request)),
    maxCostUSD: (request) => lm.maxCostUSD?.(request) ?? null,
  })
}
