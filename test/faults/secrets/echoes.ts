import type { Behaviour } from '../wall/behaviours/behaviour.ts'
import { half, streams } from '../wall/behaviours/streams.ts'
import type { WallCall } from '../wall/wall-call.ts'

/** All that the server was told and should have kept to itself. */
function heard({ request }: WallCall): string {
  return JSON.stringify([request.path, request.headers])
}

/** As a header can be. */
function inHeader(call: WallCall): Record<string, string> {
  const text = heard(call).replaceAll(/[^\x20-\x7e]/g, '')
  return { 'x-request-id': text, 'request-id': text, 'x-echo': text, 'www-authenticate': text }
}

function failure(status: number): Behaviour {
  return (call) => {
    const text = heard(call)
    const error = {
      message: text,
      type: text,
      code: text,
      param: text,
      status: text,
      details: text,
    }
    return call.send(
      status,
      { 'content-type': 'application/json', ...inHeader(call) },
      JSON.stringify({ error, message: text }),
    )
  }
}

/** Servers that repeat what they were sent, in every place where a reply has room. */
export const echoes: Readonly<Record<string, Behaviour>> = {
  ...Object.fromEntries(
    [400, 401, 402, 403, 404, 407, 408, 409, 413, 422, 429, 500, 503, 529].map((status) => [
      `echo-${status}`,
      failure(status),
    ]),
  ),
  'echo-page': (call) =>
    call.send(500, { 'content-type': 'text/html', ...inHeader(call) }, `<h1>${heard(call)}</h1>`),
  'echo-200-error': failure(200),
  'echo-200-page': (call) =>
    call.send(200, { 'content-type': 'text/html' }, `<p>${heard(call)}</p>`),
  'echo-200-text': (call) => call.send(200, { 'content-type': 'application/json' }, heard(call)),
  'echo-redirect': (call) =>
    call.send(307, { location: `http://localhost:1/${encodeURIComponent(heard(call))}` }, ''),
  'echo-in-stream': streams(
    (call) => half(call) + call.wire.streamError(500, heard(call), heard(call)),
  ),
  'echo-malformed': streams(
    (call) => `${half(call)}data: ${heard(call)}{\n\ndata: {${heard(call)}\n\n`,
  ),
  'echo-cut': streams(half, 'cut'),
  'echo-silent': (call) => call.silence(),
  'echo-headers': async (call) => {
    await call.head(200, { 'content-type': 'application/json', ...inHeader(call) })
    call.bill()
    await call.write(call.wire.whole('answer: fine'))
    call.end()
  },
}
