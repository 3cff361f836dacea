import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { pipeline, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/**
 * A `fetch` without Node's own limit of 300 s on response headers, which a local model that reads
 * a long prompt exceeds. It takes a text body, and follows no redirects.
 */
export const patientFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const body = request.body === null ? undefined : await request.text()
  const message = await send(request, body)
  const status = message.statusCode ?? 0
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const stream = status === 204 || status === 304 ? null : Readable.toWeb(decoded(message))
  // Node declares its web streams apart from the global ones; at run time they are the same class.
  return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>> | null, { status, headers })
}

/** Some proxies compress although nobody asked for it. */
function decoded(message: IncomingMessage): Readable {
  const decoder = decoders[message.headers['content-encoding']?.trim().toLowerCase() ?? '']?.()
  // A body that breaks off fails in the decoder too, so the reader is told either way.
  return decoder ? pipeline(message, decoder, () => {}) : message
}

const decoders: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

async function send(request: Request, body: string | undefined): Promise<IncomingMessage> {
  const start = request.url.startsWith('https:') ? httpsRequest : httpRequest
  const headers = Object.fromEntries(request.headers)
  return new Promise((resolve, reject) => {
    const outgoing = start(request.url, { method: request.method, headers, signal: request.signal })
    outgoing.once('response', resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
