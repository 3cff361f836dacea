import { brotliCompressSync, gzipSync } from 'node:zlib'
import { openaiDelta } from '../wires/openai-wire.ts'
import { answers, answerWhole, rightAnswer } from './answers.ts'
import { atFirst } from './at-first.ts'
import type { Behaviour } from './behaviour.ts'
import { streams, whole } from './streams.ts'

const json = { 'content-type': 'application/json' }
const megabyte = 1024 * 1024

/** A success that is none. */
const says = (body: string, headers: Readonly<Record<string, string>> = json): Behaviour => {
  return (call) => call.send(200, headers, body)
}

const message = (fields: object): string =>
  JSON.stringify({
    choices: [{ index: 0, message: { role: 'assistant', ...fields }, finish_reason: 'stop' }],
  })

/** Bodies that are not what they should be: F21, F26, F27. */
export const bodyFaults: Readonly<Record<string, Behaviour>> = {
  'f21-error': (call) => call.send(200, json, call.wire.error(429, 'rate_limit_error', 'busy')),
  'f21-no-choices': says('{"choices": []}'),
  'f21-no-choices-once': atFirst(says('{"choices": []}')),
  'f21-null-content': says(message({ content: null })),
  'f21-blocked': says('{"promptFeedback": {"blockReason": "SAFETY"}}'),
  'f21-empty': says(''),
  'f21-null': says('null'),
  'f21-list': says('[]'),
  'f21-half': says('{"choices": [{"index": 0, "mess'),
  'f26-page': says('<html><body>Log in</body></html>', { 'content-type': 'text/html' }),
  'f26-gzip': async (call) => {
    const bytes = Buffer.from(call.streamed ? whole(call) : call.wire.whole(rightAnswer))
    if (!call.streamed) call.bill()
    const type = call.streamed ? call.wire.contentType : 'application/json'
    await call.send(200, { 'content-type': type, 'content-encoding': 'gzip' }, gzipSync(bytes))
  },
  'f26-brotli': async (call) => {
    const bytes = Buffer.from(call.streamed ? whole(call) : call.wire.whole(rightAnswer))
    if (!call.streamed) call.bill()
    const type = call.streamed ? call.wire.contentType : 'application/json'
    await call.send(
      200,
      { 'content-type': type, 'content-encoding': 'br' },
      brotliCompressSync(bytes),
    )
  },
  'f26-no-type': async (call) => {
    if (!call.streamed) call.bill()
    await call.send(200, {}, call.streamed ? whole(call) : call.wire.whole(rightAnswer))
  },
  'f26-plain-type': async (call) => {
    if (!call.streamed) call.bill()
    await call.send(
      200,
      { 'content-type': 'text/plain' },
      call.streamed ? whole(call) : call.wire.whole(rightAnswer),
    )
  },
  'f26-big-event': streams((call) => {
    call.bill()
    const { opening, finish, usage, done } = call.wire
    return opening + call.wire.delta('x'.repeat(10 * megabyte)) + finish + usage + done
  }),
  'f26-many-events': async (call) => {
    await call.head(200, { 'content-type': call.wire.contentType })
    await call.write(call.wire.opening)
    for (let hundred = 0; hundred < 1000; hundred += 1) {
      let bytes = ''
      for (let one = 0; one < 100; one += 1) bytes += call.wire.delta(String(one % 10))
      await call.write(bytes)
    }
    call.bill()
    await call.write(call.wire.finish + call.wire.usage + call.wire.done)
    call.end()
  },
  // Not a line end in sight.
  'f26-endless-event': endless(() => Buffer.alloc(megabyte, 'data: x')),
  'f26-endless-body': (call) => {
    return endless(() => Buffer.alloc(megabyte, ' '), 'application/json')(call)
  },
  'f27-whole': answerWhole,
  'f27-stream': streams(
    (call) => {
      call.bill()
      const { finish, usage, done } = call.wire
      return openaiDelta({ content: rightAnswer }) + finish + usage + done
    },
    'end',
    { 'content-type': 'text/event-stream' },
  ),
  ok: answers,
}

function endless(piece: () => Buffer, type?: string): Behaviour {
  return async (call) => {
    await call.head(200, { 'content-type': type ?? call.wire.contentType })
    const bytes = piece()
    while (!call.gone) {
      await call.write(bytes)
      await call.sleep(0)
    }
  }
}
