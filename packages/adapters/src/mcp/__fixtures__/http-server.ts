import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { eventStore } from './event-store.ts'
import { testServer } from './test-server.ts'

/** The test server behind an address, in this process. */
export interface TestHTTPServer extends AsyncDisposable {
  readonly url: string
  /** What befell it. */
  readonly events: string[]
  /** Every request's method, its headers, and what is open now. */
  readonly requests: IncomingMessage[]
  readonly open: Set<ServerResponse>
  readonly sessions: Map<string, StreamableHTTPServerTransport>
  /** Cuts every connection. */
  cut(): void
  /** Answers every request itself, when set. */
  answer: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
}

/** `json` answers without a stream, `resume` lets streams go on after they broke off. */
export async function httpServer(
  options: { json?: boolean; resume?: boolean } = {},
): Promise<TestHTTPServer> {
  const events: string[] = []
  const requests: IncomingMessage[] = []
  const open = new Set<ServerResponse>()
  const sessions = new Map<string, StreamableHTTPServerTransport>()

  async function newSession(): Promise<StreamableHTTPServerTransport> {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      enableJsonResponse: options.json ?? false,
      ...(options.resume ? { eventStore: eventStore() } : {}),
      onsessioninitialized: (id) => void sessions.set(id, transport),
      onsessionclosed: (id) => {
        sessions.delete(id)
        events.push('goodbye')
      },
    })
    // The SDK's own types do not agree under exactOptionalPropertyTypes.
    await testServer(events).connect(transport as Transport)
    return transport
  }

  const http = createServer(async (request, response) => {
    requests.push(request)
    open.add(response)
    response.on('close', () => open.delete(response))
    if (server.answer?.(request, response)) return
    const id = request.headers['mcp-session-id']
    const transport = id === undefined ? await newSession() : sessions.get(String(id))
    if (transport) await transport.handleRequest(request, response)
    else response.writeHead(404).end('Session not found')
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const server: TestHTTPServer = {
    // Listening on TCP.
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp`,
    events,
    requests,
    open,
    sessions,
    cut: () => http.closeAllConnections(),
    answer: undefined,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  return server
}
