import type { ResolvedMCPClientOptions } from '../mcp-client-options.ts'
import { givenLink } from './given-link.ts'
import { httpLink } from './http-link.ts'
import type { Link } from './link.ts'
import type { MCPSDK } from './mcp-sdk.ts'
import { processLink } from './process-link.ts'

/** The way to a server; nothing is started or sent yet. */
export async function openLink(sdk: MCPSDK, options: ResolvedMCPClientOptions): Promise<Link> {
  const { server, maxMessageBytes } = options
  if ('command' in server) return processLink(sdk, server, maxMessageBytes)
  if ('url' in server) return httpLink(sdk, server, maxMessageBytes)
  return givenLink(server, options)
}
