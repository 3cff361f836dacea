import type { Candidate } from '../plan/candidate.ts'

/** What became of one candidate within one request. */
export interface Trial {
  readonly candidate: Candidate
  /** Calls made to it, those under way too. */
  calls: number
  /** The codes of its failures, in order. */
  readonly failures: string[]
  /** Why it is not asked, or not asked again; undefined while it may be. */
  out: string | undefined
  /** Not asked before this, on the clock of `performance.now()`. */
  notBefore: number
  /** Whether its reply was the answer. */
  served: boolean
}
