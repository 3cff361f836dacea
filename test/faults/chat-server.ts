import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on loopback that speaks OpenAI's streaming wire; `end` decides how the stream ends. */
export async function chatServer(
  words: readonly string[],
  end: (response: ServerResponse) => void,
): Promise<{ baseURL: string; requests: () => number; close: () => Promise<void> }> {
  let requests = 0
  const server: Server = createServer((_request, response) => {
    requests += 1
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const word of words) {
      const choices = [{ index: 0, delta: { content: word }, finish_reason: null }]
      response.write(`data: ${JSON.stringify({ id: 'x', model: 'served', choices })}\n\n`)
    }
    end(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listening on TCP, so the address is one
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    requests: () => requests,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** The stream ends as it should: a finish reason, then `[DONE]`. */
export function properly(response: ServerResponse): void {
  const choices = [{ index: 0, delta: {}, finish_reason: 'stop' }]
  response.end(`data: ${JSON.stringify({ id: 'x', model: 'served', choices })}\n\ndata: [DONE]\n\n`)
}

/** The connection is cut. */
export function cut(response: ServerResponse): void {
  setTimeout(() => response.destroy(), 20)
}

/** The stream ends cleanly, and without any sign that the reply is whole. */
export function early(response: ServerResponse): void {
  response.end()
}

/** The server falls silent. */
export function never(): void {}
