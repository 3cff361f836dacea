/** One server-sent event. */
export interface ServerEvent {
  event: string | undefined
  /** Several `data:` lines are joined by line feeds. */
  data: string
  /** The body ended before the blank line that closes an event. */
  isCut: boolean
}
