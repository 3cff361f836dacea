import { answers, pieces, rightAnswer } from './answers.ts'
import { atFirst } from './at-first.ts'
import type { Behaviour } from './behaviour.ts'
import { fails } from './fails.ts'
import { type leave, streams, whole } from './streams.ts'

/** Milliseconds that stand for one second of FailoverBench, so that a scenario takes a second or two. */
export const seconds = { usual: 100, stall: 50, flapping: 40 } as const

const words = Array.from({ length: 60 }, (_, position) => `word${position} `)

/** The first of sixty words, and then what is told. */
function wordsThen(count: number, ending: Parameters<typeof leave>[1]): Behaviour {
  return streams(
    ({ wire }) => wire.opening + words.slice(0, count).map(wire.delta).join(''),
    ending,
  )
}

const unavailable = fails(503, 'service_unavailable')

/** The sixteen scenarios of FailoverBench, as the primary plays them. */
export const scenarios: Readonly<Record<string, Behaviour>> = {
  s01: atFirst(
    fails(429, 'rate_limit_exceeded', { headers: { 'retry-after-ms': String(2 * seconds.usual) } }),
  ),
  s02: fails(429, 'rate_limit_exceeded'),
  s03: atFirst(fails(500, 'server_error')),
  s04: unavailable,
  s05: atFirst((call) => call.reset()),
  s06: (call) => call.silence(),
  s07: async (call) => {
    await call.sleep(20 * seconds.usual)
    await answers(call)
  },
  s08: wordsThen(40, 'cut'),
  s09: wordsThen(20, 'silence'),
  s10: streams((call) => {
    const { wire } = call
    const list = pieces(rightAnswer).map(wire.delta)
    list.splice(9, 0, wire.malformed)
    call.bill()
    return wire.opening + list.join('') + wire.finish + wire.usage + wire.done
  }),
  s11: streams((call) => whole(call).replace(call.wire.done, '')),
  s12: fails(400, 'context_length_exceeded', {
    message: "This model's maximum context length is 4096 tokens.",
  }),
  s13: fails(400, 'content_filter', { message: 'The prompt was flagged: self-harm.' }),
  s14: wordsThen(40, 'cut'),
  // A backup that takes no conversation that ends with the assistant's own words.
  's14-backup': (call) => {
    const { messages } = call.request.body
    const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined
    const isPrefill = JSON.stringify(last).includes('"assistant"')
    return (isPrefill ? fails(400, 'invalid_request_error', { message: 'no prefill' }) : answers)(
      call,
    )
  },
  s15: (call) => (call.sinceFirstMs < 60 * seconds.flapping ? unavailable : answers)(call),
  s16: unavailable,
}
