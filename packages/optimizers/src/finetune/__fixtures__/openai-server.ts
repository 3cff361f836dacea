import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A job as the server keeps it. */
export interface ServedJob {
  id: string
  model: string
  training_file: string
  seed: number
  method?: unknown
  status: string
  fine_tuned_model: string | null
  trained_tokens: number | null
  error: { message: string } | null
}

/** What goes wrong with a request. */
export type Trouble = readonly [status: number, text: string] | 'hang up' | 'silence'

/** A server on loopback that plays OpenAI's files and fine-tuning jobs. */
export interface OpenAIServer {
  readonly baseURL: string
  /** What was asked, such as `POST /files`. */
  readonly requests: string[]
  readonly keys: Set<string | undefined>
  readonly files: Map<string, { name: string; purpose: string; text: string }>
  readonly jobs: Map<string, ServedJob>
  /** How often a job is asked about before it is done. */
  polls: number
  /** What becomes of jobs. */
  ending: Partial<ServedJob>
  /** May answer a request in the server's stead, with a status and a text. */
  trouble: (request: string) => Trouble | undefined
  close(): Promise<void>
}

/** Starts a server on a free port. */
export async function openaiServer(): Promise<OpenAIServer> {
  const asked = new Map<string, number>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  const openai: OpenAIServer = {
    baseURL: `http://127.0.0.1:${port}/v1`,
    requests: [],
    keys: new Set(),
    files: new Map(),
    jobs: new Map(),
    polls: 2,
    ending: { status: 'succeeded' },
    trouble: () => undefined,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return openai

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace('/v1', '')
    const title = `${request.method} ${path}`
    openai.requests.push(title)
    openai.keys.add(request.headers.authorization)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const trouble = openai.trouble(title)
    if (trouble === 'hang up') {
      response.destroy()
      return
    }
    if (trouble === 'silence') return
    const body = Buffer.concat(chunks)
    const [status, text] =
      trouble ?? reply(title, new Response(body, { headers: { ...contentType(request) } }))
    response.writeHead(status, { 'content-type': 'application/json' }).end(await text)
  }

  function reply(title: string, body: Response): [number, string | Promise<string>] {
    const [, job = '', action] = /\/fine_tuning\/jobs\/([^/?]+)(\/cancel)?/.exec(title) ?? []
    if (title === 'POST /files') return [200, upload(body)]
    if (title === 'POST /fine_tuning/jobs') return [200, create(body)]
    if (title.startsWith('GET /fine_tuning/jobs?')) {
      return [200, JSON.stringify({ object: 'list', data: [...openai.jobs.values()] })]
    }
    const found = openai.jobs.get(job)
    if (!found) return [404, JSON.stringify({ error: { message: `No such job: ${job}` } })]
    if (action) found.status = 'cancelled'
    else poll(found)
    return [200, JSON.stringify(found)]
  }

  async function upload(body: Response): Promise<string> {
    const form = await body.formData()
    const file = form.get('file')
    const id = `file-${openai.files.size + 1}`
    if (file instanceof File) {
      const purpose = String(form.get('purpose'))
      openai.files.set(id, { name: file.name, purpose, text: await file.text() })
    }
    return JSON.stringify({ id, object: 'file' })
  }

  async function create(body: Response): Promise<string> {
    const id = `ftjob-${openai.jobs.size + 1}`
    const rest = { fine_tuned_model: null, trained_tokens: null, error: null }
    const job = { ...JSON.parse(await body.text()), id, status: 'validating_files', ...rest }
    openai.jobs.set(id, job)
    return JSON.stringify(job)
  }

  function poll(job: ServedJob): void {
    const count = (asked.get(job.id) ?? 0) + 1
    asked.set(job.id, count)
    if (job.status === 'cancelled') return
    job.status = 'running'
    if (count < openai.polls) return
    const model = `ft:${job.model}:acme::${job.id}`
    Object.assign(job, { fine_tuned_model: model, trained_tokens: 1234 }, openai.ending)
  }
}

/** Aborts when a job is asked about, and otherwise troubles nobody. */
export function abortAtPoll(controller: AbortController): OpenAIServer['trouble'] {
  return (request) => {
    if (request.startsWith('GET /fine_tuning/jobs/')) controller.abort()
    return undefined
  }
}

function contentType(request: IncomingMessage): { 'content-type'?: string } {
  const type = request.headers['content-type']
  return type === undefined ? {} : { 'content-type': type }
}
