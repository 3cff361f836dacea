import { OptionError } from '../../errors/option-error.ts'
import {
  type ResolvedRetryOptions,
  type RetryOptions,
  resolveRetryOptions,
} from '../../lm/retry/retry-options.ts'
import type { EmbeddingStore } from './embedding-store.ts'
import { memoryEmbeddingStore } from './memory-embedding-store.ts'

/** How an `Embedder` asks its model. */
export interface EmbedderOptions {
  /** Texts in one request. Default 200. */
  batchSize?: number
  /** Requests under way at a time, for one call. Default 4. */
  concurrency?: number
  /** Where embeddings are kept; false keeps none. Default: a `memoryEmbeddingStore()` of this embedder alone. */
  cache?: EmbeddingStore | false
  /** When a request is made again. Default: as `retrying` does; `{ attempts: 1 }` for never. */
  retry?: RetryOptions
  /** What a function is called: in errors, in a cache that is shared, in a saved index. Default `function`. */
  name?: string
}

/** `EmbedderOptions` with every default filled in. */
export interface ResolvedEmbedderOptions {
  batchSize: number
  concurrency: number
  store: EmbeddingStore | undefined
  retry: ResolvedRetryOptions
  name: string
}

const defaults = { batchSize: 200, concurrency: 4, name: 'function' }

/** Fills in the defaults; throws `OptionError` for a value that cannot be used. */
export function resolveEmbedderOptions(
  options: EmbedderOptions,
  isFunction: boolean,
): ResolvedEmbedderOptions {
  const { cache, retry = {}, ...given } = options
  const resolved = { ...defaults, ...given }
  for (const name of ['batchSize', 'concurrency'] as const) {
    if (Number.isSafeInteger(resolved[name]) && resolved[name] >= 1) continue
    throw new OptionError(name, 'must be a whole number from 1.')
  }
  if (given.name !== undefined && (given.name === '' || !isFunction)) {
    throw new OptionError('name', 'names a function; a model has a name of its own.')
  }
  if (cache && isFunction && given.name === undefined) {
    throw new OptionError(
      'name',
      'is needed to tell the function from others that share the store.',
    )
  }
  return {
    ...resolved,
    store: cache === false ? undefined : (cache ?? memoryEmbeddingStore()),
    retry: resolveRetryOptions(retry),
  }
}
