import { OckhamError } from '@ockham/core'
import { Call } from './call.ts'

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>

/**
 * A `fetch` for the SDK's transport, which by itself leaves the request of a cancelled call open, does not
 * notice when an answer's stream ends without the answer, and reads on without limit.
 */
export function callFetch(fetch: typeof globalThis.fetch, maxBytes: number): Fetch {
  return async (url, init = {}) => {
    const call = callOf(init)
    const response = await fetch(url, call ? { ...init, signal: call.released } : init)
    if (response.body === null) return response
    call?.streamBegins()
    const { status, statusText, headers } = response
    const body = ReadableStream.from(pieces(response.body, call, maxBytes))
    return new Response(body, { status, statusText, headers })
  }
}

/** The call whose request this is; none for notifications and the server's own stream. */
function callOf(init: RequestInit): Call | undefined {
  const call = Call.current()
  if (init.method === 'GET') return call?.canResume ? call : undefined
  if (typeof init.body !== 'string') return undefined
  const message: { id?: unknown } = JSON.parse(init.body)
  return message.id === undefined ? undefined : call
}

async function* pieces(
  body: ReadableStream<Uint8Array>,
  call: Call | undefined,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const piece of body) {
      bytes += piece.byteLength
      if (bytes > maxBytes) throw tooLong(call, maxBytes)
      yield piece
    }
  } catch (error) {
    // The SDK takes an end for a broken connection and would connect anew. Nothing refers to this promise, so
    // it is collected with the stream.
    if (call?.released.aborted) await new Promise(() => undefined)
    throw error
  } finally {
    call?.streamEnds()
  }
}

function tooLong(call: Call | undefined, maxBytes: number): Error {
  const error = new OckhamError(
    `An MCP server's answer is longer than ${maxBytes} bytes. Ask for less, or raise \`maxMessageBytes\`.`,
  )
  call?.fail(error)
  return error
}
