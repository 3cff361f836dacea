/** How fast a model answers. */
export interface ModelSpeed {
  /** Milliseconds until the first token. */
  readonly firstTokenMs: number
  /** Of the reply, once it has begun. */
  readonly tokensPerSecond: number
  /** False for a guess from the kind of model. */
  readonly measured: boolean
}
