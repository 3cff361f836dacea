import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/** A Redis of a test's own, on loopback and without files. */
export interface OwnRedis extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** Kills it as a crash would; its port refuses connections when this resolves. */
  stop(): Promise<void>
  /** Starts it again on the same port, empty. */
  start(): Promise<void>
  /** Freezes it: connections stay open and nothing answers. */
  freeze(): void
  thaw(): void
}

const found = spawnSync('redis-server', ['--version']).status === 0
const required = process.env['OCKHAM_REQUIRE_REDIS'] === '1'

/** Whether tests that need Redis can be left out: there is none, and nobody said there must be one. */
export const withoutRedis: boolean = !found && !required
/** A Redis that others may use too: the one that `OCKHAM_REDIS_URL` names. */
export const sharedRedisURL: string | undefined = process.env['OCKHAM_REDIS_URL']

export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort()
  let child: ReturnType<typeof spawn> | undefined
  const start = async (): Promise<void> => {
    const options = { '--port': port, '--bind': '127.0.0.1', '--save': '', '--appendonly': 'no' }
    child = spawn('redis-server', Object.entries(options).flat().map(String), { stdio: 'ignore' })
    await Promise.race([listening(port), once(child, 'exit').then(() => refuse(port))])
  }
  const stop = async (): Promise<void> => {
    const running = child
    child = undefined
    if (running === undefined) return
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    stop,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    [Symbol.asyncDispose]: stop,
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25))
    } finally {
      socket.destroy()
    }
  }
  refuse(port)
}

function refuse(port: number): never {
  throw new Error(`redis-server did not start on port ${port}`)
}
