import { answers, rightAnswer } from './answers.ts'
import { atFirst } from './at-first.ts'
import type { Behaviour } from './behaviour.ts'
import { fails } from './fails.ts'

const reset: Behaviour = (call) => call.reset()
const silent: Behaviour = (call) => call.silence()
const json = { 'content-type': 'application/json' }

/** Connections that fail before, or around, a reply: F08, F11, F36, F37. */
export const connectionFaults: Readonly<Record<string, Behaviour>> = {
  'f08-reset': reset,
  'f08-once': atFirst(reset),
  'f08-cut': atFirst((call) => call.cut()),
  'f11-silent': silent,
  'f11-once': atFirst(silent),
  // Long enough to be shared, short enough to be waited for.
  slow: async (call) => {
    await call.sleep(150)
    await answers(call)
  },
  'f36-same-origin': (call) =>
    call.request.path.includes('moved')
      ? answers(call)
      : call.send(307, { location: `${call.request.path}?moved` }, ''),
  'f36-elsewhere': (call) =>
    call.send(
      308,
      { location: `http://localhost:${call.socket.localPort}${call.request.path}` },
      '',
    ),
  'f36-loop': (call) => call.send(307, { location: call.request.path }, ''),
  'f36-407': fails(407, '', { body: 'Proxy Authentication Required' }),
  'f37-http-1-0': async (call) => {
    call.bill()
    await call.raw(
      `HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${call.wire.whole(rightAnswer)}`,
    )
    call.cut()
  },
  'f37-close': async (call) => {
    call.bill()
    await call.send(200, { ...json, connection: 'close' }, call.wire.whole(rightAnswer))
    call.cut()
  },
  'f37-hints': async (call) => {
    await call.raw('HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n')
    await answers(call)
  },
  'f37-trailers': async (call) => {
    await call.head(200, { ...json, trailer: 'x-checksum' })
    call.bill()
    await call.write(call.wire.whole(rightAnswer))
    await call.raw('0\r\nx-checksum: 12345\r\n\r\n')
    call.over()
  },
  // The connection is kept, and is dead by the time it is used again.
  'f37-stale': (call) => {
    const served = call.socket.bytesWritten > 0
    return served ? reset(call) : answers(call)
  },
}
