import { VendorFailure } from '../failure/vendor-failure.ts'
import { factsFromResponse } from '../http/facts-from-response.ts'
import { readJSON } from '../vendor/read-json.ts'
import { checkedLines } from './checked-lines.ts'

/**
 * The `fetch` the SDK is given: it closes the socket with our signal, keeps status and headers of
 * an error, and tells of lines that are not JSON. The SDK on its own cannot be cancelled before the
 * headers, drops the headers, and only prints such a line.
 */
export function ollamaFetch(
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
  onMalformed: (line: string) => void,
): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, signal })
    if (!response.ok) throw new VendorFailure(await factsFromResponse(response))
    // A page of HTML is no reply, however many lines it has; this throws.
    if (isPage(response)) await readJSON(response)
    if (response.body === null) return response
    return new Response(response.body.pipeThrough(checkedLines(onMalformed)), response)
  }
}

function isPage({ headers }: Response): boolean {
  return headers.get('content-type')?.includes('html') === true
}
