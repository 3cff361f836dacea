/** What a server says of one of its tools. */
export interface MCPToolInfo {
  /** As the server calls it. */
  readonly name: string
  readonly title?: string
  readonly description?: string
  /** The server's word that it changes nothing. */
  readonly readOnly: boolean
}

/** Which tools of a server to take, and how. */
export interface MCPToolsOptions {
  /** Default: all. */
  filter?: (tool: MCPToolInfo) => boolean
  /** Stands before every name, with `_` between; it keeps the tools of several servers apart. Default: none. */
  prefix?: string
  /** `structured` gives a tool's structured content where there is some (DSPy's `result_mode`). Default `text`. */
  result?: 'text' | 'structured'
  signal?: AbortSignal
}
