/** Resources that a server offers under a pattern of URIs. */
export interface MCPResourceTemplate {
  /** A URI template (RFC 6570), such as `file:///{path}`. */
  readonly uriTemplate: string
  readonly name: string
  readonly title?: string
  readonly description?: string
  readonly mediaType?: string
}
