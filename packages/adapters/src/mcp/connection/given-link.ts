import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { failure } from '../server/failure.ts'
import type { MCPOverTransport, MCPServerLabel } from '../server/mcp-server.ts'
import type { Link } from './link.ts'

const used = new WeakSet<object>()

/** A server behind a transport that somebody else made; throws `MCPError` for one that was used before. */
export async function givenLink(
  { transport: given }: MCPOverTransport,
  label: MCPServerLabel,
): Promise<Link> {
  const made = typeof given === 'function' ? await given() : given
  if (used.has(made)) {
    const what =
      'cannot be connected to again: give `transport` as a function that makes a new one.'
    throw failure(label, what, { reason: 'closed' })
  }
  used.add(made)
  // Made for the SDK, of whose interface ours is a part.
  const transport = made as Transport
  const end = (): Promise<void> => transport.close().catch(() => undefined)
  return {
    transport,
    said: () => '',
    lastWords: () => 'closed the connection.',
    end,
    kill: () => void end(),
  }
}
