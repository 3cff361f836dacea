import { AbortError } from '@ockham/core'
import { FinetuneError } from './finetune-error.ts'
import { pause } from './pause.ts'

/** How a server is reached. */
export interface HTTPOptions {
  readonly provider: string
  readonly apiKey: string
  readonly baseURL: string
  readonly timeoutSeconds: number
  readonly maxRetries: number
  readonly retrySeconds: number
}

/** What is asked: with a body it is a POST. */
export interface JSONRequest {
  readonly path: string
  readonly body?: object
  /** Whether to have it done twice would cost twice; then it is tried again only where it surely was not done. */
  readonly isPaid?: boolean
  readonly signal?: AbortSignal
}

const tooManyRequests = 429
const firstServerError = 500
const charactersShown = 500

/** The JSON object that a server replies. Throws `FinetuneError` and `AbortError`. */
export async function requestJSON(
  http: HTTPOptions,
  request: JSONRequest,
): Promise<Readonly<Record<string, unknown>>> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await requestOnce(http, request)
    } catch (error) {
      if (request.signal?.aborted === true) throw new AbortError(request.signal.reason)
      if (retry >= http.maxRetries || !mayRetry(error, request)) throw error
      await pause(http.retrySeconds * 2 ** retry, request.signal)
    }
  }
}

async function requestOnce(
  http: HTTPOptions,
  { path, body, signal }: JSONRequest,
): Promise<Readonly<Record<string, unknown>>> {
  const { provider, apiKey, baseURL, timeoutSeconds } = http
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000)
  const isForm = body instanceof FormData
  let response: Response
  let text: string
  try {
    response = await fetch(`${baseURL.replace(/\/+$/, '')}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    text = await response.text()
  } catch (cause) {
    throw new FinetuneError(
      `${provider} could not be reached at ${baseURL}${path}: ${String(cause)}. Check \`baseURL\` and the network.`,
      { provider, cause },
    )
  }
  const { status } = response
  const reply = objectIn(text)
  if (response.ok && reply) return reply
  const told: unknown = Object(reply?.['error']).message
  const reason = typeof told === 'string' ? told : text
  // A server may repeat the key in what it says.
  const shown = reason.slice(0, charactersShown).replaceAll(apiKey, '…')
  throw new FinetuneError(`${provider} replied ${status} to ${path}: ${shown}`, {
    provider,
    status,
  })
}

function mayRetry(error: unknown, { isPaid = false }: JSONRequest): boolean {
  if (!FinetuneError.is(error)) return false
  const { status } = error
  if (status === tooManyRequests) return true
  return !isPaid && (status === undefined || status >= firstServerError)
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
