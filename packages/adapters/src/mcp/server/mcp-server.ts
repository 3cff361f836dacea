import type { Environment } from '../../internal/environment.ts'
import type { MCPTransport } from './mcp-transport.ts'

/** A server that is a process of this machine and speaks through its standard input and output. */
export interface MCPCommand {
  /** The program, such as `npx`. */
  command: string
  args?: readonly string[]
  /** Variables the process gets beside PATH, HOME and the like; no others of this process are passed on. */
  env?: Environment
  cwd?: string
}

/** A server behind an address, which speaks streamable HTTP. */
export interface MCPAddress {
  url: string | URL
  headers?: Readonly<Record<string, string>>
  fetch?: typeof globalThis.fetch
}

/** A server reached by a transport of `@modelcontextprotocol/sdk`. */
export interface MCPOverTransport {
  /** A function makes a new one whenever it is needed; a transport by itself can be used once. */
  transport: MCPTransport | (() => MCPTransport | Promise<MCPTransport>)
}

/** Which server it is. */
export type MCPServer = MCPCommand | (MCPAddress & { url: URL }) | MCPOverTransport

/** What errors may say of a server, and what they must not. */
export interface MCPServerLabel {
  readonly label: string
  readonly secrets: readonly string[]
}
