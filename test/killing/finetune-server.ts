import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** A server on loopback that plays OpenAI's files and fine-tuning jobs, for each run of its own. */
export interface FinetuneServer {
  /** The address of a run. */
  baseURL(run: string): string
  /** How many jobs a run has begun. */
  jobs(run: string): number
  close(): Promise<void>
}

interface Job {
  readonly id: string
  readonly training_file: string
  polls: number
}

const pollsUntilDone = 5

/** Starts a server on a free port. */
export async function finetuneServer(): Promise<FinetuneServer> {
  const runs = new Map<string, Job[]>()
  const server = createServer(async (request, response) => {
    const [, run = '', path = ''] = /^\/(\w+)(\/.*)$/.exec(request.url ?? '') ?? []
    const jobs = runs.get(run) ?? []
    runs.set(run, jobs)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(await reply(`${request.method} ${path}`, request, jobs)))
  })
  // A process that is killed breaks its connections off.
  server.on('clientError', (_error, socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  return {
    baseURL: (run) => `http://127.0.0.1:${port}/${run}`,
    jobs: (run) => runs.get(run)?.length ?? 0,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function reply(title: string, request: IncomingMessage, jobs: Job[]): Promise<object> {
  // The same file has the same name in each run.
  if (title === 'POST /files') return { id: 'file-1', object: 'file' }
  if (title.startsWith('GET /fine_tuning/jobs?')) return { object: 'list', data: jobs.map(shown) }
  if (title === 'POST /fine_tuning/jobs') {
    const { training_file } = (await json(request)) as Job // as the client of the packages sends it
    const job = { id: `job-${jobs.length + 1}`, training_file, polls: 0 }
    jobs.push(job)
    return shown(job)
  }
  const job = jobs.find(({ id }) => title.endsWith(id))
  if (!job) return { error: { message: `Nothing is known of ${title}.` } }
  job.polls += 1
  return shown(job)
}

function shown({ polls, ...job }: Job): object {
  return polls < pollsUntilDone
    ? { ...job, status: 'running' }
    : { ...job, status: 'succeeded', fine_tuned_model: `tuned:${job.id}`, trained_tokens: 1234 }
}
