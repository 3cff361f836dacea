/** What an adapter says of a signature in every call. */
export interface Template {
  /** The system message. */
  system: string
  /** What follows the inputs in the last message. */
  request: string
}
