import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { CacheEvent } from './cache-event.ts'
import { cacheKey } from './cache-key.ts'
import type { ResolvedCacheOptions } from './cache-options.ts'
import { isCacheable } from './is-cacheable.ts'
import { isLMResponse } from './is-lm-response.ts'
import { StoreGuard } from './store-guard.ts'
import { toCacheHit } from './to-cache-hit.ts'

/** A cache store whose every failure is a miss, and whose replies nobody else can change. */
export class ResponseCache {
  readonly #lm: LM
  readonly #options: ResolvedCacheOptions
  readonly #guard: StoreGuard

  constructor(lm: LM, options: ResolvedCacheOptions) {
    this.#lm = lm
    this.#options = options
    this.#guard = new StoreGuard(options, (error, restMs) => {
      this.#emit({ type: 'store-failed', model: lm.model, error, restMs })
    })
  }

  /** The key of a request, or undefined for one that cannot be cached: not JSON, or not the LM's to answer. */
  key(request: LMRequest): string | undefined {
    try {
      const { namespace } = this.#options
      const own: unknown = typeof namespace === 'function' ? namespace(request) : namespace
      // A tenant that is not known must not see what another one asked.
      return typeof own === 'string' ? cacheKey(this.#lm, request, own) : undefined
    } catch {
      return undefined
    }
  }

  /** The stored reply as a hit. */
  async find(key: string): Promise<LMResponse | undefined> {
    const stored: unknown = await this.#guard.ask(() => this.#options.store.get(key))
    const hit = isLMResponse(stored) ? copied(() => toCacheHit(stored)) : undefined
    this.tell(hit ? 'hit' : 'miss')
    return hit
  }

  /** Stores a reply that is whole and good. */
  async keep(key: string, response: LMResponse): Promise<void> {
    const copy = isCacheable(response) ? copied(() => structuredClone(response)) : undefined
    if (copy === undefined) return
    const { store, ttlMs } = this.#options
    const kept = await this.#guard.ask(async () => {
      await store.set(key, copy, ttlMs)
      return true
    })
    if (kept) this.tell('stored')
  }

  /** Reports what became of a request. */
  tell(type: 'hit' | 'shared' | 'miss' | 'stored'): void {
    this.#emit({ type, model: this.#lm.model })
  }

  #emit(event: CacheEvent): void {
    try {
      this.#options.onEvent(event)
    } catch {
      // Who watches the cache does not break it.
    }
  }
}

/** The copy, or undefined of what cannot be copied. */
function copied(copy: () => LMResponse): LMResponse | undefined {
  try {
    return copy()
  } catch {
    return undefined
  }
}
