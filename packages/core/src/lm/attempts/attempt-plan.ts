import type { LM } from '../lm.ts'

/** Which LM takes each attempt of one request; a plan serves one request and is then used up. */
export interface AttemptPlan {
  /** The LM of the first attempt. */
  readonly first: LM
  /** Given why the last attempt failed, the LM of the next one once it may start; throws when there is none. */
  next(error: unknown): LM | Promise<LM>
  /**
   * Whether a further LM stands ready should the attempt that starts now fail: then a `retrying` inside
   * does not wait for long. Default: none.
   */
  hasNext?(): boolean
}
