import type { LMResponse, LMStreamEvent } from '@ockham/core'

/** How one call ended, as its caller saw it. */
export interface Outcome {
  /** What the call returned, when it did. */
  response: LMResponse | undefined
  /** What it threw, when it did. */
  error: unknown
  /** The text a reader of the stream is left with, `restart` obeyed; of `generate`, the reply's. */
  text: string
  events: readonly LMStreamEvent[]
  restarts: number
  tookMs: number
}
