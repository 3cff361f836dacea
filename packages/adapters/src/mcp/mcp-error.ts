import { OckhamError, type OckhamErrorOptions } from '@ockham/core'

/**
 * What went wrong: the command does not `start`, its process ended (`exit`), the URL is out of reach
 * (`connection`), answers with a status (`http`, or `auth` for 401 and 403) or with what is not MCP (`protocol`);
 * no answer in time (`timeout`), the request `refused`, the `tool` failed, the client is `closed`.
 */
export type MCPErrorReason =
  | 'start'
  | 'exit'
  | 'connection'
  | 'http'
  | 'auth'
  | 'protocol'
  | 'timeout'
  | 'refused'
  | 'tool'
  | 'closed'

/** What is known about a failure of an MCP server. */
export interface MCPErrorOptions extends OckhamErrorOptions {
  reason: MCPErrorReason
  /** What the server is called in errors. */
  server: string
  /** HTTP status, when there is one. */
  status?: number | undefined
  /** The server's own code of JSON-RPC, such as -32602. */
  serverCode?: number | undefined
}

/** An MCP server cannot be used, or refused something, or a tool of it failed. */
export class MCPError extends OckhamError {
  static override readonly kind: string = 'MCPError'
  override readonly code = 'mcp'
  readonly reason: MCPErrorReason
  readonly server: string
  declare readonly status?: number
  declare readonly serverCode?: number

  constructor(message: string, options: MCPErrorOptions) {
    super(message, options)
    const { reason, server, status, serverCode } = options
    this.reason = reason
    this.server = server
    if (status !== undefined) Object.assign(this, { status })
    if (serverCode !== undefined) Object.assign(this, { serverCode })
  }
}
