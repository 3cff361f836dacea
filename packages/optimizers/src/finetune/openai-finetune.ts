import { OptionError } from '@ockham/core'
import { FinetuneError } from './finetune-error.ts'
import type { FinetuneProvider, FinetuneRequest, FinetuneStatus } from './finetune-provider.ts'
import { type HTTPOptions, requestJSON } from './request-json.ts'

/** How OpenAI, or a server that speaks as it does, is reached. */
export interface OpenAIFinetuneOptions {
  apiKey: string
  /** `https://api.openai.com/v1` by default. */
  baseURL?: string
  /** The provider's name in model strings; `openai` by default. */
  name?: string
  /** Seconds that one request may take; 120 by default. */
  timeoutSeconds?: number
  /** Further tries of a request that failed for the moment; 4 by default. */
  maxRetries?: number
  /** Seconds before the first of them, doubled for each; 1 by default. */
  retrySeconds?: number
}

const defaults = {
  baseURL: 'https://api.openai.com/v1',
  name: 'openai',
  timeoutSeconds: 120,
  maxRetries: 4,
  retrySeconds: 1,
}

const jobs = '/fine_tuning/jobs'
const largestSeed = 2 ** 31 - 1
const running = ['validating_files', 'queued', 'running', 'paused']

/** Fine-tuning by OpenAI's API of files and jobs. Throws `OptionError` without a key. */
export function openaiFinetune(options: OpenAIFinetuneOptions): FinetuneProvider {
  const { name, ...rest } = { ...defaults, ...options }
  if (rest.apiKey === '') throw new OptionError('apiKey', 'is empty; give the key of the provider.')
  const http: HTTPOptions = { ...rest, provider: name }
  return {
    name,

    async upload(jsonl, control = {}) {
      const body = new FormData()
      body.append('purpose', 'fine-tune')
      body.append('file', new Blob([jsonl], { type: 'application/jsonl' }), 'train.jsonl')
      return idOf(name, await requestJSON(http, { path: '/files', body, ...control }))
    },

    async create(request, control = {}) {
      const body = jobBody(request)
      // A second try could begin a second job.
      return idOf(name, await requestJSON(http, { path: jobs, body, isPaid: true, ...control }))
    },

    async poll(job, control = {}) {
      const path = `${jobs}/${encodeURIComponent(job)}`
      return statusOf(name, job, await requestJSON(http, { path, ...control }))
    },

    async cancel(job, control = {}) {
      const path = `${jobs}/${encodeURIComponent(job)}/cancel`
      await requestJSON(http, { path, body: {}, ...control })
    },

    async find(file, control = {}) {
      const { data } = await requestJSON(http, { path: `${jobs}?limit=100`, ...control })
      const found: unknown = Array.isArray(data)
        ? data.find((job) => Object(job).training_file === file)
        : undefined
      return found === undefined ? undefined : idOf(name, Object(found))
    },
  }
}

function jobBody({ model, file, seed, hyperparameters }: FinetuneRequest): object {
  return {
    model,
    training_file: file,
    seed: Math.abs(seed) % largestSeed,
    ...(hyperparameters ? { method: { type: 'supervised', supervised: { hyperparameters } } } : {}),
  }
}

function idOf(provider: string, reply: Readonly<Record<string, unknown>>): string {
  const { id } = reply
  if (typeof id === 'string' && id !== '') return id
  throw new FinetuneError(`${provider} gave no id; is \`baseURL\` that of a fine-tuning API?`, {
    provider,
  })
}

function statusOf(
  provider: string,
  job: string,
  reply: Readonly<Record<string, unknown>>,
): FinetuneStatus {
  const { status, fine_tuned_model: model, trained_tokens: tokens, error } = reply
  if (typeof status === 'string' && running.includes(status)) return { state: 'running' }
  if (status === 'succeeded' && typeof model === 'string') {
    return {
      state: 'succeeded',
      model,
      ...(typeof tokens === 'number' ? { trainedTokens: tokens } : {}),
    }
  }
  if (status === 'failed' || status === 'cancelled') {
    const message: unknown = Object(error).message
    return {
      state: status,
      message: typeof message === 'string' ? message : 'no reason was given.',
    }
  }
  throw new FinetuneError(`${provider} tells of job ${job} the unknown status ${String(status)}.`, {
    provider,
    job,
  })
}
