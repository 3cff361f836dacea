import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'

/** A reply that is to be judged. */
export interface ConfidenceContext {
  readonly request: LMRequest
  readonly response: LMResponse
  /** The LM that gave it. */
  readonly lm: LM
  /**
   * One more call of that LM, or of another, counted and paid like any other. Throws what the LM does, and
   * `AllRoutesFailedError` for one that may not see the request.
   */
  ask(request: LMRequest, lm?: LM): Promise<LMResponse>
}

/** How sure one can be of a reply. */
export interface Judgement {
  /** From 0 to 1. */
  readonly confidence: number
  /** A better reply than the one that was judged. */
  readonly response?: LMResponse
  /** What the number stands for, in a few words. */
  readonly reason?: string
}

/** A way to tell whether the reply of a cheap LM is good enough. */
export interface Confidence {
  /** The confidence from which a reply is accepted. */
  readonly threshold: number
  /** Calls of an LM it takes, that of the reply counted. Default 1. */
  readonly calls?: number
  /** Other LMs that it asks, each at most once for a reply. Default none. */
  readonly lms?: readonly LM[]
  /** What to ask for in addition, so that there is something to judge by. */
  prepare?(request: LMRequest, lm: LM): LMRequest
  judge(context: ConfidenceContext): Judgement | Promise<Judgement>
}
