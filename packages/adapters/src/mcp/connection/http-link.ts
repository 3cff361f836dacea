import type { MCPAddress } from '../server/mcp-server.ts'
import { callFetch } from './call-fetch.ts'
import type { Link } from './link.ts'
import type { MCPSDK } from './mcp-sdk.ts'

/** How long to wait for the server to take note that its session is over. */
const farewellMs = 1000

/** A server behind an address. */
export function httpLink(
  sdk: MCPSDK,
  server: MCPAddress & { url: URL },
  maxMessageBytes: number,
): Link {
  const { url, headers = {}, fetch = globalThis.fetch } = server
  const transport = new sdk.StreamableHTTPClientTransport(url, {
    fetch: callFetch(fetch, maxMessageBytes),
    requestInit: { headers: { ...headers } },
  })
  const close = (): Promise<void> => transport.close().catch(() => undefined)
  return {
    transport,
    said: () => '',
    lastWords: () => 'closed the connection.',
    async end() {
      let timer: NodeJS.Timeout | undefined
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, farewellMs)
      })
      await Promise.race([transport.terminateSession().catch(() => undefined), limit])
      clearTimeout(timer)
      await close()
    },
    kill: () => void close(),
  }
}
