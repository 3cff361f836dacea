import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTLSServer } from 'node:tls'
import { answers } from './behaviours/answers.ts'
import type { Behaviour } from './behaviours/behaviour.ts'
import { behaviours } from './behaviours.ts'
import { WallCall } from './wall-call.ts'
import { WallRecord } from './wall-record.ts'
import { type WallRequest, wallRequests } from './wall-request.ts'
import { wires } from './wires/wires.ts'

/** How a wall is built. */
export interface WallOptions {
  /** Speaks TLS with this certificate. */
  tls?: { key: string; cert: string }
  /** More behaviours, by model name. */
  behaviours?: Readonly<Record<string, Behaviour>>
  /** Sees every new connection, and may end it. */
  onConnection?: (socket: Socket) => void
}

/**
 * A server on a raw socket that misbehaves as the model of the request says; `name~tag` behaves as
 * `name` and is counted apart.
 */
export class Wall implements AsyncDisposable {
  readonly url: string
  connections = 0
  /** Connections begun, TLS or not; those that fail to agree on TLS are counted only here. */
  handshakes = 0
  readonly #server: Server
  readonly #records = new Map<string, WallRecord>()
  readonly #sockets: Set<Socket>
  readonly #behaviours: Readonly<Record<string, Behaviour>>
  #healed = false

  private constructor(server: Server, sockets: Set<Socket>, url: string, options: WallOptions) {
    this.#server = server
    this.#sockets = sockets
    this.url = url
    this.#behaviours = { ...behaviours, ...options.behaviours }
  }

  static async open(options: WallOptions = {}): Promise<Wall> {
    const sockets = new Set<Socket>()
    const accept = (socket: Socket): void => {
      wall.connections += 1
      sockets.add(socket)
      socket.on('error', () => {}).once('close', () => sockets.delete(socket))
      options.onConnection?.(socket)
      void wall.#serve(socket)
    }
    const server = options.tls ? createTLSServer(options.tls, accept) : createServer(accept)
    if (options.tls) server.on('tlsClientError', () => {})
    // A TLS server is one of TCP first.
    server.on('connection', () => {
      wall.handshakes += 1
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const wall = new Wall(
      server,
      sockets,
      `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
      options,
    )
    return wall
  }

  /** What was seen of a model. */
  of(model: string): WallRecord {
    const record = this.#records.get(model) ?? new WallRecord()
    this.#records.set(model, record)
    return record
  }

  /** Requests that are neither answered nor given up. */
  get busy(): number {
    return this.#sum('busy')
  }

  get requests(): number {
    return [...this.#records.values()].reduce((sum, { requests }) => sum + requests.length, 0)
  }

  /** US dollars of all answers that told their usage. */
  get billedUSD(): number {
    return this.#sum('billedUSD')
  }

  get openSockets(): number {
    return this.#sockets.size
  }

  /** From now on every request is answered as it should be. */
  heal(healed = true): void {
    this.#healed = healed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #sum(name: 'busy' | 'billedUSD'): number {
    return [...this.#records.values()].reduce((sum, record) => sum + record[name], 0)
  }

  async #serve(socket: Socket): Promise<void> {
    for await (const request of wallRequests(socket)) await this.#answer(socket, request)
    socket.end()
  }

  async #answer(socket: Socket, request: WallRequest): Promise<void> {
    const wire = wires.find((candidate) => candidate.model(request) !== undefined)
    const model = wire?.model(request) ?? ''
    const known = this.#behaviours[model.split('~')[0] ?? '']
    if (wire === undefined || (known === undefined && !this.#healed)) {
      const text = `The wall knows no model "${model}" for ${request.path}.`
      socket.write(`HTTP/1.1 404 No\r\ncontent-length: ${text.length}\r\n\r\n${text}`)
      return
    }
    const call = new WallCall(request, socket, wire, this.of(model))
    await (this.#healed || known === undefined ? answers : known)(call)
  }
}
