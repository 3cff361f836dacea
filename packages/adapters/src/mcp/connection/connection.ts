import { setImmediate } from 'node:timers/promises'
import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { OckhamError } from '@ockham/core'
import { WireObject } from '../../internal/wire-object.ts'
import type { ResolvedMCPClientOptions } from '../mcp-client-options.ts'
import type { MCPError } from '../mcp-error.ts'
import { failure } from '../server/failure.ts'
import type { MCPServerInfo } from '../server/mcp-server-info.ts'
import { Call } from './call.ts'
import { clientInfo } from './client-info.ts'
import type { Link } from './link.ts'
import { loadMCPSDK, type MCPSDK } from './mcp-sdk.ts'
import { Noise } from './noise.ts'
import { openLink } from './open-link.ts'
import { SessionExpired } from './session-expired.ts'
import { toMCPError } from './to-mcp-error.ts'

// Our own clock decides; the SDK's is set as late as a timer can be.
const noTimeout = { timeout: 2 ** 31 - 1 }

/** One connection to a server, from the handshake until it is lost or closed. */
export class Connection {
  readonly #sdk: MCPSDK
  readonly #options: ResolvedMCPClientOptions
  readonly #link: Link
  readonly #client: Client
  readonly #noise = new Noise()
  readonly #calls = new Set<Call>()
  #isLost = false
  #isRetired = false
  #closedWith: Error | undefined
  #ending: Promise<void> | undefined

  private constructor(sdk: MCPSDK, options: ResolvedMCPClientOptions, link: Link) {
    this.#sdk = sdk
    this.#options = options
    this.#link = link
    this.#client = new sdk.Client(clientInfo)
    this.#client.onclose = () => {
      this.#isLost = true
    }
    this.#client.onerror = (error) => this.#heardError(error)
    link.transport.onmessage = (message) => {
      this.#noise.clear()
      if (!('method' in message)) Call.current()?.answered()
    }
  }

  /** Starts the server, or reaches it, and shakes hands. */
  static async open(options: ResolvedMCPClientOptions, signal: AbortSignal): Promise<Connection> {
    const sdk = await loadMCPSDK()
    const connection = new Connection(sdk, options, await openLink(sdk, options))
    try {
      await connection.#run('initialize', signal, (call) =>
        connection.#client.connect(connection.#link.transport, {
          ...noTimeout,
          signal: call.cancelled,
        }),
      )
      return connection
    } catch (error) {
      void connection.#end()
      throw error instanceof SessionExpired ? error.failure : error
    }
  }

  /** Whether new calls may be made. */
  get isOpen(): boolean {
    return !this.#isLost && !this.#isRetired
  }

  get server(): MCPServerInfo {
    const { name = '', version = '' } = this.#client.getServerVersion() ?? {}
    const instructions = this.#client.getInstructions()
    return { name, version, ...(instructions === undefined ? {} : { instructions }) }
  }

  /** Throws `MCPError`, `AbortError`, or `SessionExpired`. */
  async request(method: string, params: object, signal?: AbortSignal): Promise<WireObject> {
    const { ResultSchema } = this.#sdk
    const result = await this.#run(method, signal, (call) =>
      this.#client.request({ method, params: { ...params } }, ResultSchema, {
        ...noTimeout,
        signal: call.cancelled,
        onprogress: () => call.progress(),
        onresumptiontoken: () => {
          call.canResume = true
        },
      }),
    )
    const object = WireObject.of(result)
    if (object) return object
    throw failure(this.#options, 'answers with what is no object.', { reason: 'protocol' })
  }

  /** No new calls; those under way go on, and the last of them ends the connection. */
  retire(): void {
    this.#isRetired = true
    if (this.#calls.size === 0) void this.#end()
  }

  /** Rejects what is under way and lets go of the server. */
  async close(error: Error): Promise<void> {
    this.#isRetired = true
    this.#closedWith = error
    for (const call of this.#calls) call.fail(error)
    await this.#end()
  }

  async #run<T>(
    method: string,
    signal: AbortSignal | undefined,
    work: (call: Call) => Promise<T>,
  ): Promise<T> {
    const call = new Call(method, this.#options, () => this.#hint(), signal)
    this.#calls.add(call)
    try {
      return await call.run(() => work(call))
    } catch (error) {
      throw await this.#explained(error)
    } finally {
      this.#calls.delete(call)
      if (this.#isRetired && this.#calls.size === 0) void this.#end()
    }
  }

  async #explained(error: unknown): Promise<Error> {
    if (OckhamError.is(error)) return error
    // A call that came while it was being closed.
    if (this.#closedWith) return this.#closedWith
    if (this.#isLost && isLoss(error)) return this.#lost()
    const known = toMCPError(error, this.#options)
    return SessionExpired.from(known, this.#link.transport.sessionId !== undefined)
  }

  async #lost(): Promise<MCPError> {
    // What the process wrote last may be on its way.
    await setImmediate()
    const reason = 'command' in this.#options.server ? 'exit' : 'connection'
    return failure(this.#options, this.#link.lastWords(), { reason })
  }

  #heardError(error: Error): void {
    if (/^Maximum reconnection attempts/.test(error.message)) Call.current()?.lost()
    const problem = this.#isRetired ? undefined : this.#noise.add(error)
    if (problem === undefined) return
    this.#isRetired = true
    const broken = failure(this.#options, problem, { reason: 'protocol' })
    for (const call of this.#calls) call.fail(broken)
    this.#link.kill()
  }

  /** What may be why there is no answer. */
  #hint(): string {
    return this.#noise.hint() + this.#link.said()
  }

  #end(): Promise<void> {
    this.#ending ??= this.#link.end()
    return this.#ending
  }
}

/** The SDK's words for a call that was under way, or made, when the connection was gone. */
function isLoss(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(?:MCP error -32000: Connection closed|Not connected)$/.test(error.message)
  )
}
