import { factsFromBody } from '../failure/facts-from-body.ts'
import { retryAfterMs } from '../failure/retry-after.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { checkedLines } from './checked-lines.ts'
import { parseJSON } from './parse-json.ts'

/**
 * The `fetch` the SDK is given: it closes the socket with our signal, keeps status and headers of
 * an error, and stops at a line that is not JSON. The SDK on its own cannot be cancelled before the
 * headers, drops the headers, and skips such a line.
 */
export function ollamaFetch(fetch: typeof globalThis.fetch, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, signal })
    if (!response.ok) throw await failure(response)
    if (response.body === null) return response
    return new Response(response.body.pipeThrough(checkedLines()), response)
  }
}

async function failure(response: Response): Promise<VendorFailure> {
  const text = await response.text()
  const facts = factsFromBody(parseJSON(text) ?? text)
  return new VendorFailure({
    ...facts,
    status: response.status,
    retryAfterMs: retryAfterMs(response.headers),
  })
}
