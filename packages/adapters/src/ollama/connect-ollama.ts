import { WireObject } from '../internal/wire-object.ts'
import { malformedPart } from '../reply/malformed-part.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { loadSDK } from '../vendor/load-sdk.ts'
import type { Ask, Connection } from '../vendor/vendor.ts'
import { withoutEnding } from '../vendor/without-ending.ts'
import { checkUncut } from './check-uncut.ts'
import { fromOllamaChunk } from './from-ollama-chunk.ts'
import type {} from './headers-init.ts'
import { ollamaFetch } from './ollama-fetch.ts'
import { toOllamaRequest } from './to-ollama-request.ts'

/** Speaks Ollama's chat wire over the `ollama` package. */
export async function connectOllama(connection: Connection): Promise<Ask> {
  const { Ollama } = await loadSDK('ollama', () => import('ollama'))
  const { apiKey, baseURL, fetch } = connection
  // Those are where its other APIs begin.
  const host = withoutEnding(baseURL, ['/v1', '/api'])
  const headers = {
    ...(apiKey !== undefined && { Authorization: `Bearer ${apiKey}` }),
    ...connection.headers,
  }
  return async (request, controller) => {
    const body = toOllamaRequest(request)
    // The SDK binds cancellation to its client, so each call has one of its own.
    const lost: ReplyPart[] = []
    const heard = ollamaFetch(fetch, controller.signal, (line) => lost.push(malformedPart(line)))
    const client = new Ollama({ host, headers, fetch: heard })
    return lines(await client.chat(body), lost, body.options?.num_ctx, controller)
  }
}

async function* lines(
  stream: AsyncIterable<unknown>,
  lost: ReplyPart[],
  contextTokens: number | undefined,
  controller: AbortController,
): AsyncGenerator<readonly ReplyPart[]> {
  let calls = 0
  try {
    for await (const line of stream) {
      const fields = WireObject.of(line)
      if (!fields) continue
      const parts = fromOllamaChunk(fields, calls)
      checkUncut(fields, contextTokens)
      calls += parts.filter((part) => part.type === 'tool-call').length
      yield [...lost.splice(0), ...parts]
    }
    yield lost
  } catch (error) {
    // The SDK's word for a missing last line; the end of the parts says the same for all vendors.
    if (error instanceof Error && error.message.startsWith('Did not receive done')) return
    throw error
  } finally {
    // The SDK stops at the last line and leaves the connection as it is.
    controller.abort('the reply is over')
  }
}
