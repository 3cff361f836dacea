import type { Refusal } from '../policy/refusal.ts'
import type { Route } from '../route/route.ts'

/** A route as one request sees it. */
export interface Candidate {
  readonly route: Route
  /** What the strategy gave it; absent for one that is refused. */
  readonly score?: number
  readonly refusal?: Refusal
}
