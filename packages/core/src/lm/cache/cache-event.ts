/**
 * What a cache did: `hit` served a stored reply, `shared` joined an identical request under way, `miss`
 * asked the LM, `stored` kept its reply. `store-failed` tells why the store was of no use.
 */
export type CacheEvent =
  | { type: 'hit' | 'shared' | 'miss' | 'stored'; model: string }
  | {
      type: 'store-failed'
      model: string
      error: unknown
      /** Milliseconds for which the store is now left alone; 0 when it is asked again at once. */
      restMs: number
    }
