/** A transport of `@modelcontextprotocol/sdk`; this is the part of it that is needed here. */
export interface MCPTransport {
  start(): Promise<void>
  send(message: never, options?: never): Promise<void>
  close(): Promise<void>
}
