import { setImmediate } from 'node:timers/promises'
import { rightAnswer } from './answers.ts'
import type { Behaviour } from './behaviour.ts'
import { half, leave, streams, text, whole } from './streams.ts'

/** Writes again and again, until the client has had enough. */
function floods(
  piece: (wire: Parameters<Behaviour>[0]['wire']) => string,
  everyMs: number,
): Behaviour {
  return async (call) => {
    await call.head(200, { 'content-type': call.wire.contentType })
    while (!call.gone) {
      await call.write(piece(call.wire))
      await call.sleep(everyMs)
    }
  }
}

const comment = ': the wall is thinking\n\n'

/** Streams that start well: F12 to F20, F23, F25, F27, F30. */
export const streamFaults: Readonly<Record<string, Behaviour>> = {
  'f12-role': floods((wire) => wire.opening, 20),
  'f12-comments': floods(() => comment, 20),
  'f12-pings': floods(() => 'event: ping\ndata: {"type": "ping"}\n\n', 20),
  'f12-blanks': floods(() => '\n', 20),
  'f13-stall': streams(half, 'silence'),
  'f13-pings': async (call) => {
    await call.head(200, { 'content-type': call.wire.contentType })
    await call.write(half(call))
    while (!call.gone) {
      await call.write(call.wire.contentType.includes('ndjson') ? '\n' : comment)
      await call.sleep(20)
    }
  },
  'f13-drip': floods((wire) => wire.delta('drip '), 20),
  'f14-cut': streams(half, 'cut'),
  'f14-reset': streams(half, 'reset'),
  'f14-chunk': async (call) => {
    await call.head(200, { 'content-type': call.wire.contentType })
    await call.write(half(call))
    await call.raw('not a chunk size\r\n')
    await leave(call, 'cut')
  },
  'f14-length': async (call) => {
    const bytes = half(call)
    await call.head(200, {
      'content-type': call.wire.contentType,
      'content-length': String(Buffer.byteLength(bytes) + 500),
    })
    await call.raw(bytes)
    await leave(call, 'cut')
  },
  'f15-clean-end': streams(half),
  'f15-all-text': streams(text),
  'f15-inside-event': streams((call) => half(call) + call.wire.delta('more').slice(0, -9)),
  'f16-no-done': streams((call) => {
    call.bill()
    return text(call) + call.wire.finish + call.wire.usage
  }),
  'f16-open': streams((call) => {
    call.bill()
    return text(call) + call.wire.finish + call.wire.usage
  }, 'silence'),
  'f17-open': streams(whole, 'silence'),
  'f18-after-done': streams(
    (call) => `${whole(call) + call.wire.delta('and more')}data: {"x":\n\n`,
  ),
  'f19-malformed': streams((call) => half(call) + call.wire.malformed + rest(call)),
  'f19-malformed-end': streams((call) => half(call) + call.wire.malformed),
  'f19-malformed-twice': streams((call) => half(call) + call.wire.malformed.repeat(2) + rest(call)),
  'f20-error': streams(
    (call) => half(call) + call.wire.streamError(529, 'overloaded_error', 'busy'),
  ),
  'f20-first': streams((call) => call.wire.streamError(529, 'overloaded_error', 'busy')),
  'f20-rate': streams((call) => call.wire.streamError(429, 'rate_limit_error', 'slow down')),
  'f23-bytes': async (call) => {
    await call.head(200, { 'content-type': call.wire.contentType })
    for (const byte of Buffer.from(whole(call))) {
      await call.write(Buffer.of(byte))
      await setImmediate()
    }
    call.end()
  },
  'f23-crlf': streams((call) => whole(call).replaceAll(/\r?\n/g, '\r\n')),
  'f23-bom': streams((call) => `\uFEFF${whole(call)}`),
  'f23-no-space': streams((call) => whole(call).replaceAll('data: ', 'data:')),
  'f23-comments': streams((call) => whole(call).replaceAll('\n\n', `\n\n${comment}`)),
  'f23-cr': streams((call) => whole(call).replaceAll('\n', '\r')),
  'f23-multi-line': streams((call) => whole(call).replaceAll('{"id":', '{\ndata: "id":')),
  'f23-surrogates': streams((call) => {
    call.bill()
    const { opening, delta, finish, usage, done } = call.wire
    // JSON can say half a character.
    const units = rightAnswer.split('').map(delta).join('')
    return opening + units + finish + usage + done
  }),
  'f25-repeats': streams((call) => {
    call.bill()
    const { opening, delta, finish, usage, done } = call.wire
    return opening + delta('again ').repeat(500) + finish + usage + done
  }),
  'f25-loop': floods((wire) => wire.delta('again ').repeat(50), 0),
  'f29-length': streams((call) => ended(whole(call), 'length')),
  'f30-mid-stream': streams(
    (call) => half(call) + ended(call.wire.finish, 'content_filter') + call.wire.done,
  ),
}

/** What comes after `half`. */
function rest(call: Parameters<typeof half>[0]): string {
  return whole(call).slice(half(call).length)
}

/** What the wires call a reply that reached its limit, or was blocked. */
const reasons = {
  length: ['length', 'max_tokens', 'length', 'MAX_TOKENS'],
  content_filter: ['content_filter', 'refusal', 'content_filter', 'SAFETY'],
} as const

/** The same bytes with another finish reason. */
function ended(bytes: string, reason: keyof typeof reasons): string {
  const [openai, anthropic, ollama, gemini] = reasons[reason]
  return bytes
    .replace('"finish_reason":"stop"', `"finish_reason":"${openai}"`)
    .replace('"stop_reason":"end_turn"', `"stop_reason":"${anthropic}"`)
    .replace('"done_reason":"stop"', `"done_reason":"${ollama}"`)
    .replace('"finishReason":"STOP"', `"finishReason":"${gemini}"`)
}
