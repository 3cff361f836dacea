const defaultKeptMs = 5_000
const longestKeptMs = 600_000
const dropped: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/**
 * A `fetch` that sends a request again, once and at once, when the connection it was sent on had been
 * kept from an earlier one and turned out to be closed: a race that says nothing about the server.
 */
export function freshSocketFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  let keptUntil = Number.NEGATIVE_INFINITY

  return async (input, init) => {
    const mayBeKept = performance.now() < keptUntil
    const send = async (): Promise<Response> => {
      const response = await fetch(input, init)
      keptUntil = performance.now() + keptMs(response)
      return response
    }
    try {
      return await send()
    } catch (error) {
      const isWhole = init?.body === undefined || typeof init.body === 'string'
      const isOver = init?.signal?.aborted === true
      if (!mayBeKept || !isWhole || isOver || !wasDropped(error)) throw error
      return send()
    }
  }
}

/** How long a client keeps the connection of a response, which the server may tell. */
function keptMs({ headers }: Response): number {
  const told = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1]
  return told === undefined ? defaultKeptMs : Math.min(Number(told) * 1000, longestKeptMs)
}

function wasDropped(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : undefined
  if (!(cause instanceof Error) || !('code' in cause) || !dropped.has(cause.code)) return false
  // Node tells what the connection had carried, where it knows: nothing, if it was new.
  const socket: unknown = 'socket' in cause ? cause.socket : undefined
  if (typeof socket !== 'object' || socket === null) return true
  return Number(Reflect.get(socket, 'bytesRead')) > 0
}
