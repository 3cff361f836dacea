/** What an error message may name about the call that failed. */
export interface FailureContext {
  provider: string
  /** `provider/model`. */
  model: string
  host: string
  keyNames: readonly string[]
  baseURLNames: readonly string[]
  /** What must never appear in a message. */
  secrets: readonly string[]
  unknownModelAdvice: string
}
