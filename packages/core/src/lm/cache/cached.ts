import { decorated } from '../attempts/decorated.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { replay } from '../stream/replay.ts'
import { type CacheOptions, resolveCacheOptions } from './cache-options.ts'
import { ResponseCache } from './response-cache.ts'
import { SingleFlight } from './single-flight.ts'
import { toCacheHit } from './to-cache-hit.ts'

/**
 * Answers a repeated request from a store, with `cached: true`, no tokens and no cost. Identical
 * calls of `generate` at the same time share one call of `lm`. Only whole, good replies are stored.
 */
export function cached(lm: LM, options: CacheOptions = {}): LM {
  const cache = new ResponseCache(resolveCacheOptions(options))
  const flights = new SingleFlight<LMResponse>()

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
    const key = cache.key(lm.model, request)
    if (key === undefined) return lm.generate(request)
    const work = (signal: AbortSignal): Promise<LMResponse> => ask(key, request, signal)
    const { value, shared } = await flights.join(key, request.signal, work)
    return shared ? toCacheHit(value) : value
  }

  async function* stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    throwIfAborted(request.signal)
    const key = cache.key(lm.model, request)
    const hit = key === undefined ? undefined : await cache.find(key)
    throwIfAborted(request.signal)
    if (hit) {
      yield* replay(hit)
      return
    }
    for await (const event of lm.stream(request)) {
      // Before the event is yielded, since its consumer may stop there.
      if (event.type === 'finish' && key !== undefined && !request.signal?.aborted) {
        await cache.keep(key, event.response)
      }
      yield event
      if (event.type === 'finish') return
    }
  }

  return decorated(lm, {
    generate,
    stream,
    maxCostUSD: (request) => lm.maxCostUSD?.(request) ?? null,
  })
}
