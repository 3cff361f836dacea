import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { factsFromResponse } from '../http/facts-from-response.ts'
import { WireObject } from '../internal/wire-object.ts'
import type {} from '../ollama/headers-init.ts'
import { loadSDK } from '../vendor/load-sdk.ts'
import type { Connection } from '../vendor/vendor.ts'
import { withoutEnding } from '../vendor/without-ending.ts'
import type { AskForEmbeddings, EmbeddingReply, EmbeddingRequest } from './embedding-vendor.ts'
import { readVector } from './read-vector.ts'

/** Speaks Ollama's `/api/embed` over the `ollama` package. */
export async function connectOllamaEmbeddings(connection: Connection): Promise<AskForEmbeddings> {
  const { Ollama } = await loadSDK('ollama', () => import('ollama'))
  const { apiKey, baseURL, fetch } = connection
  const host = withoutEnding(baseURL, ['/v1', '/api'])
  const headers = {
    ...(apiKey !== undefined && { Authorization: `Bearer ${apiKey}` }),
    ...connection.headers,
  }
  return async ({ model, texts, dimensions, extra }, signal) => {
    const client = new Ollama({ host, headers, fetch: endedBy(fetch, signal) })
    const input = { model, input: [...texts], ...(dimensions !== undefined && { dimensions }) }
    const reply: unknown = await client.embed({ ...input, ...extra })
    return WireObject.of(reply) ?? notAnObject()
  }
}

/** Reads a reply of `/api/embed`. */
export function readOllamaEmbeddings(
  reply: WireObject,
  { name: model, texts }: EmbeddingRequest,
): EmbeddingReply {
  if (reply.has('error')) throw new VendorFailure(factsFromBody(reply.json('error')))
  const rows = reply.json('embeddings')
  if (!Array.isArray(rows) || rows.length !== texts.length) {
    const count = Array.isArray(rows) ? rows.length : 'no'
    throw new Error(
      `expected one embedding of each of ${texts.length} texts, got ${count} embeddings.`,
    )
  }
  return {
    embeddings: texts.map((text, at) => readVector(rows[at], { model, text })),
    inputTokens: reply.number('prompt_eval_count'),
    costUSD: undefined,
  }
}

/** The SDK on its own cannot be cancelled, and drops the headers of an error. */
function endedBy(fetch: typeof globalThis.fetch, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, signal })
    if (response.ok) return response
    throw new VendorFailure(await factsFromResponse(response))
  }
}

function notAnObject(): never {
  throw new Error('expected a JSON object.')
}
