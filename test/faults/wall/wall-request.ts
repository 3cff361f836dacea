import type { Socket } from 'node:net'

/** What a client sent. */
export interface WallRequest {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: Record<string, unknown>
}

const headEnd = '\r\n\r\n'

/** Reads requests off a raw connection, one after the other; ends when the client does. */
export async function* wallRequests(socket: Socket): AsyncGenerator<WallRequest, void> {
  let bytes = Buffer.alloc(0)
  // `iterator` with destroyOnReturn off would still end the socket; reading by hand does not.
  const more = async (): Promise<boolean> => {
    for (;;) {
      const chunk: Buffer | null = socket.read()
      if (chunk !== null) {
        bytes = Buffer.concat([bytes, chunk])
        return true
      }
      if (socket.destroyed || socket.readableEnded) return false
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          for (const name of ['readable', 'end', 'close'] as const) socket.off(name, wake)
          resolve()
        }
        for (const name of ['readable', 'end', 'close'] as const) socket.on(name, wake)
      })
    }
  }
  for (;;) {
    while (!bytes.includes(headEnd)) if (!(await more())) return
    const at = bytes.indexOf(headEnd)
    const [first = '', ...lines] = bytes.subarray(0, at).toString('latin1').split('\r\n')
    bytes = bytes.subarray(at + headEnd.length)
    const headers = Object.fromEntries(lines.map(header))
    const length = Number(headers['content-length'] ?? 0)
    while (bytes.length < length) if (!(await more())) return
    const text = bytes.subarray(0, length).toString()
    bytes = bytes.subarray(length)
    const [method = '', path = ''] = first.split(' ')
    yield { method, path, headers, body: text === '' ? {} : JSON.parse(text) }
  }
}

function header(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
}
