/** What a server says of itself. */
export interface MCPServerInfo {
  readonly name: string
  readonly version: string
  /** How to use it, in words for an LM. */
  readonly instructions?: string
}
