import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import { cacheKey } from './cache-key.ts'
import type { ResolvedCacheOptions } from './cache-options.ts'
import { isCacheable } from './is-cacheable.ts'
import { isLMResponse } from './is-lm-response.ts'
import { toCacheHit } from './to-cache-hit.ts'
import { withinLimit } from './within-limit.ts'

/** A cache store whose every failure is a miss, and whose replies nobody else can change. */
export class ResponseCache {
  readonly #options: ResolvedCacheOptions

  constructor(options: ResolvedCacheOptions) {
    this.#options = options
  }

  /** The key of a request, or undefined for one that is not JSON and so cannot be cached. */
  key(model: string, request: LMRequest): string | undefined {
    try {
      return cacheKey(model, request, this.#options.namespace)
    } catch {
      return undefined
    }
  }

  /** The stored reply as a hit. */
  async find(key: string): Promise<LMResponse | undefined> {
    const { store, storeTimeoutMs } = this.#options
    return withinLimit(storeTimeoutMs, async () => {
      const stored: unknown = await store.get(key)
      return isLMResponse(stored) ? toCacheHit(stored) : undefined
    })
  }

  /** Stores a reply that is whole and good. */
  async keep(key: string, response: LMResponse): Promise<void> {
    if (!isCacheable(response)) return
    const { store, storeTimeoutMs, ttlMs } = this.#options
    await withinLimit(storeTimeoutMs, async () => store.set(key, structuredClone(response), ttlMs))
  }
}
