import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { parseJSON } from '../internal/parse-json.ts'

/** What the server was sent. */
export interface SeenRequest {
  method: string
  path: string
  headers: IncomingHttpHeaders
  /** Empty when it is no JSON. */
  body: Record<string, unknown>
}

/** A real HTTP server on loopback whose replies a test writes by hand. */
export interface ScriptedServer extends AsyncDisposable {
  readonly url: string
  readonly requests: readonly SeenRequest[]
  /** How many connections were opened. */
  readonly connections: number
  /** Resolves when the client has closed a connection before its reply was complete. */
  readonly clientClosed: Promise<void>
}

/** Starts a server that answers every request with `reply`. */
export async function scriptedServer(
  reply: (response: ServerResponse, request: SeenRequest) => void | Promise<void>,
): Promise<ScriptedServer> {
  const requests: SeenRequest[] = []
  let resolve = (): void => {}
  const clientClosed = new Promise<void>((done) => {
    resolve = done
  })
  const server = createServer(async (incoming, response) => {
    response.on('close', () => response.writableEnded || resolve())
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const body = Object(parseJSON(Buffer.concat(chunks).toString()))
    const { method = '', url: path = '', headers } = incoming
    const seen = { method, path, headers, body }
    requests.push(seen)
    await reply(response, seen)
  })
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    get connections() {
      return connections
    },
    clientClosed,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
