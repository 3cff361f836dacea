/** What a strategy knows of a route, for one request. */
export interface RouteFeatures {
  readonly model: string
  readonly local: boolean
  /** About what the request costs there, in US dollars; null when the price is not known. */
  readonly costUSD: number | null
  /**
   * About how long the whole reply takes, in milliseconds: from earlier calls, else guessed from the kind of
   * model; null for a model that nobody knows.
   */
  readonly latencyMs: number | null
  /** Milliseconds to the first content, from earlier streams; null before any. */
  readonly firstTokenMs: number | null
  /** Part of the calls that were answered, in [0, 1]; newer ones weigh more. */
  readonly successRate: number
  /** In [0, 1]; null when nothing says. */
  readonly quality: number | null
  /** 1 when a call can start at once, less the longer it would wait for its turn. */
  readonly freeCapacity: number
  /** Part of what the request needs that the route is known to do, in [0, 1]; 1 when it needs nothing. */
  readonly fit: number
}
