/** A resource that a server offers. */
export interface MCPResource {
  readonly uri: string
  readonly name: string
  readonly title?: string
  readonly description?: string
  readonly mediaType?: string
  /** Bytes, as far as the server knows. */
  readonly size?: number
}
