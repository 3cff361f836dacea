import type { Socket } from 'node:net'
import type { WallRecord } from './wall-record.ts'
import type { WallRequest } from './wall-request.ts'
import type { Wire } from './wires/wire.ts'

/** One request to the wall, and all that a behaviour can do with it. */
export class WallCall {
  readonly request: WallRequest
  readonly socket: Socket
  readonly wire: Wire
  readonly streamed: boolean
  /** Which request for this model it is, from 1. */
  readonly attempt: number
  readonly #record: WallRecord
  #chunked = true
  #over = false

  constructor(request: WallRequest, socket: Socket, wire: Wire, record: WallRecord) {
    this.request = request
    this.socket = socket
    this.wire = wire
    this.streamed = wire.streamed(request)
    this.#record = record
    this.attempt = record.requests.push(request)
    record.times.push(performance.now())
    record.sockets.add(socket)
    record.busy += 1
    socket.once('close', this.#onClose)
  }

  /** Milliseconds since the first request for this model. */
  get sinceFirstMs(): number {
    const now = performance.now()
    return now - (this.#record.times[0] ?? now)
  }

  /** The client has hung up. */
  get gone(): boolean {
    return this.socket.destroyed
  }

  /** Bytes as they are; resolves when there is room for more. */
  async raw(bytes: string | Uint8Array): Promise<void> {
    if (this.gone || this.socket.write(bytes)) return
    let drained = (): void => {}
    await this.#until((resolve) => {
      drained = resolve
      this.socket.once('drain', drained)
    })
    this.socket.off('drain', drained)
  }

  /** Status line and headers of a body in chunks, unless the headers tell its length. */
  async head(status: number, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#chunked = headers['content-length'] === undefined && headers['connection'] !== 'close'
    const framing = this.#chunked ? { 'transfer-encoding': 'chunked' } : {}
    const lines = Object.entries({ ...framing, ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    await this.raw(`HTTP/1.1 ${status} Wall\r\n${lines.join('\r\n')}\r\n\r\n`)
  }

  /** A piece of the body. */
  async write(piece: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(piece)
    if (bytes.length === 0) return
    await this.raw(this.#chunked ? framed(bytes) : bytes)
  }

  /** A whole response. */
  async send(
    status: number,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
  ): Promise<void> {
    const bytes = Buffer.from(body)
    await this.head(status, { ...headers, 'content-length': String(bytes.length) })
    await this.raw(bytes)
    this.end()
  }

  /** The response is complete. */
  end(): void {
    if (this.gone) return
    if (this.#chunked) this.socket.write('0\r\n\r\n')
    this.over()
  }

  /** Nothing more will come of this request, whatever was sent. */
  over(): void {
    if (this.#over) return
    this.#over = true
    this.#record.busy -= 1
    this.socket.off('close', this.#onClose)
  }

  /** The connection ends here and now, with what was written; `reset` loses even that. */
  cut(): void {
    this.over()
    this.socket.destroySoon()
  }

  reset(): void {
    this.over()
    this.socket.resetAndDestroy()
  }

  /** The answer has told its usage: someone has to pay. */
  bill(): void {
    this.#record.billedUSD += this.wire.costUSD
  }

  /** Resolves after the time, or as soon as the client hangs up. */
  async sleep(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    await this.#until((resolve) => {
      timer = setTimeout(resolve, ms)
    })
    clearTimeout(timer)
  }

  /** Resolves when the client hangs up. */
  async silence(): Promise<void> {
    await this.#until(() => {})
  }

  #until(start: (resolve: () => void) => void): Promise<void> {
    if (this.gone) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = (): void => {
        this.socket.off('close', wake)
        resolve()
      }
      this.socket.once('close', wake)
      start(wake)
    })
  }

  readonly #onClose = (): void => {
    if (this.#over) return
    this.over()
    this.#record.closedByClient += 1
  }
}

function framed(bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
}
