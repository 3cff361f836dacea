import { ChildProcess } from 'node:child_process'
import { Readable } from 'node:stream'
import type { MCPCommand } from '../server/mcp-server.ts'
import type { Link } from './link.ts'
import type { MCPSDK } from './mcp-sdk.ts'
import { StderrTail } from './stderr-tail.ts'

/** How long a process may take to end by itself once its input is closed, and again after SIGTERM. */
const graceMs = 1000
/** How long what a dead process wrote may still be read; a child of its own may hold the pipes forever. */
const drainMs = 200

/** A server that is a process; it starts with the transport. */
export function processLink(sdk: MCPSDK, server: MCPCommand, maxBufferSize: number): Link {
  const { command, args = [], env = {}, cwd } = server
  const set = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const transport = new sdk.StdioClientTransport({
    command,
    args: [...args],
    env: Object.fromEntries(set),
    stderr: 'pipe',
    maxBufferSize,
    ...(cwd === undefined ? {} : { cwd }),
  })
  const { stderr } = transport
  const tail = stderr instanceof Readable ? new StderrTail(stderr) : undefined
  let child: ChildProcess | undefined
  const start = transport.start.bind(transport)
  transport.start = () => {
    const started = start()
    child = childOf(transport)
    return started
  }

  const said = (): string => {
    const lines = tail?.lines()
    return lines ? ` Its standard error ends with:\n${lines}` : ''
  }

  return {
    transport,
    said,
    lastWords: () => `ended${wayOut(child)}.${said() || ' Its standard error is empty.'}`,
    async end() {
      const timers = [
        setTimeout(() => child?.kill('SIGTERM'), graceMs),
        setTimeout(() => child?.kill('SIGKILL'), 2 * graceMs),
      ]
      const drain = (): void => void timers.push(setTimeout(() => letGo(child), drainMs))
      if (isRunning(child)) child?.once('exit', drain)
      else drain()
      await transport.close().catch(() => undefined)
      for (const timer of timers) clearTimeout(timer)
      letGo(child)
    },
    kill() {
      child?.kill('SIGKILL')
      letGo(child)
    },
  }
}

/** The SDK does not show its process, nor how it ended; a version that names it otherwise tells less. */
function childOf(transport: object): ChildProcess | undefined {
  const child: unknown = Reflect.get(transport, '_process')
  return child instanceof ChildProcess ? child : undefined
}

function isRunning(child: ChildProcess | undefined): boolean {
  return child?.exitCode === null && child.signalCode === null
}

function wayOut(child: ChildProcess | undefined): string {
  if (child?.signalCode) return ` by ${child.signalCode}`
  return typeof child?.exitCode === 'number' ? ` with exit code ${child.exitCode}` : ''
}

/** Closes our ends of the pipes, which else keep this process alive. */
function letGo(child: ChildProcess | undefined): void {
  child?.stdin?.destroy()
  child?.stdout?.destroy()
  child?.stderr?.destroy()
}
