import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'

/** A transport, and how to be rid of what is behind it. */
export interface Link {
  readonly transport: Transport
  /** What it wrote beside its answers, as a sentence with a space before; empty when nothing. */
  said(): string
  /** What is known of why the server went away, to stand behind `The MCP server x`. */
  lastWords(): string
  /** Ends it in an orderly way; never throws. */
  end(): Promise<void>
  /** Ends it at once; never throws. */
  kill(): void
}
