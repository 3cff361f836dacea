/** One LM that a router could have asked, and what became of it. */
export interface LMCandidate {
  readonly model: string
  /** `chosen` served the reply, `failed` was asked in vain, `standby` was not needed, `refused` was not allowed. */
  readonly verdict: 'chosen' | 'failed' | 'standby' | 'refused'
  /** Why, in a sentence. */
  readonly reason: string
  /** What the strategy gave it, higher is better; absent for one that was refused. */
  readonly score?: number
}

/** One call that was made for a request. */
export interface LMAttempt {
  readonly model: string
  /** Milliseconds since the request came in. */
  readonly startedAtMs: number
  readonly durationMs: number
  /** `ok`, or the `code` of the error. */
  readonly outcome: string
  /** US dollars, as far as the vendor reported usage; null when not known. */
  readonly costUSD: number | null
}

/** How a request was served: who could have, who did, and what it took. */
export interface LMPlan {
  readonly strategy: string
  readonly candidates: readonly LMCandidate[]
  readonly attempts: readonly LMAttempt[]
  /** `shared`: an identical request was under way. `off`: no cache was asked. */
  readonly cache: 'hit' | 'shared' | 'miss' | 'off'
}
