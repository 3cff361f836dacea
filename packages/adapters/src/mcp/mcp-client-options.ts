import { OptionError } from '@ockham/core'
import { checkedURL } from './server/checked-url.ts'
import type {
  MCPAddress,
  MCPCommand,
  MCPOverTransport,
  MCPServer,
  MCPServerLabel,
} from './server/mcp-server.ts'
import { secretsOfServer } from './server/secrets-of-server.ts'

/** Which server, and how long to wait for it. */
export type MCPClientOptions = (MCPCommand | MCPAddress | MCPOverTransport) & {
  /** What errors call the server. Default: its command or address. */
  name?: string
  /** Milliseconds until the server must be there; `npx` may have to download it first. Default 60,000. */
  connectTimeoutMs?: number
  /** Milliseconds without an answer or a report of progress until a request fails. Default 60,000. */
  timeoutMs?: number
  /** Milliseconds a request may take whatever progress is reported. Default 600,000. */
  totalTimeoutMs?: number
  /** Bytes of the longest message the server may send. Default 10 MiB. */
  maxMessageBytes?: number
  /** Closes the client when it fires. */
  signal?: AbortSignal
}

/** All options of `mcpClient`. */
export interface ResolvedMCPClientOptions extends MCPServerLabel {
  readonly server: MCPServer
  readonly connectTimeoutMs: number
  readonly timeoutMs: number
  readonly totalTimeoutMs: number
  readonly maxMessageBytes: number
  readonly signal: AbortSignal | undefined
}

const defaults = {
  connectTimeoutMs: 60_000,
  timeoutMs: 60_000,
  totalTimeoutMs: 600_000,
  maxMessageBytes: 10 * 1024 * 1024,
}

/** Fills in the defaults; throws `OptionError`, which shows nothing of `headers` and `env`. */
export function resolveMCPClientOptions(options: MCPClientOptions): ResolvedMCPClientOptions {
  const given = ['command', 'url', 'transport'].filter((name) => name in options)
  if (given.length !== 1) {
    throw new OptionError('command', 'or `url` or `transport` must be given, and one of them only.')
  }
  const server = 'url' in options ? checkedURL(options) : options
  if ('command' in server) checkCommand(server)
  return {
    server,
    label: options.name ?? labelOf(server),
    secrets: secretsOfServer(server),
    connectTimeoutMs: positive(options, 'connectTimeoutMs'),
    timeoutMs: positive(options, 'timeoutMs'),
    totalTimeoutMs: positive(options, 'totalTimeoutMs'),
    maxMessageBytes: positive(options, 'maxMessageBytes'),
    signal: options.signal,
  }
}

function positive(options: MCPClientOptions, name: keyof typeof defaults): number {
  const value = options[name] ?? defaults[name]
  if (value > 0) return value
  throw new OptionError(name, `must be a number above 0; it is ${value}.`)
}

function checkCommand({ command, args = [], env = {} }: MCPCommand): void {
  if (command === '') throw new OptionError('command', 'must name a program.')
  const bad = Object.entries({ command, args: args.join(' '), env: Object.values(env).join(' ') })
  for (const [name, text] of bad) {
    if (text.includes('\0')) throw new OptionError(name, 'must hold no zero byte.')
  }
}

function labelOf(server: MCPServer): string {
  if ('command' in server) return `\`${server.command}\``
  // Path and query may hold a key.
  return 'url' in server ? server.url.origin : 'behind `transport`'
}
