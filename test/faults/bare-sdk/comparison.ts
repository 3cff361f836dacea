import type { Way } from '../harness/ask.ts'

/** One fault that both clients are put to. */
export interface Comparison {
  readonly id: string
  readonly fault: string
  /** The behaviour of the wall. */
  readonly model: string
  readonly way: Way
}

const stream = 'stream' as const
const whole = 'generate' as const

/** What a client can be asked through its ordinary call; the rest of the catalogue is in `faults/*.test.ts`. */
export const comparisons: readonly Comparison[] = [
  { id: 'F01', fault: '429, `Retry-After: 1`', model: 'f01-seconds', way: whole },
  { id: 'F01', fault: '429, `Retry-After: 120`', model: 'f01-long', way: whole },
  { id: 'F02', fault: '429 for ever, no header', model: 'f02-for-ever', way: whole },
  { id: 'F03', fault: '429 `insufficient_quota`', model: 'f03-quota', way: whole },
  { id: 'F04', fault: '429 `slow_down`', model: 'f04-slow-down', way: whole },
  { id: 'F05', fault: '529 overloaded', model: 'f05-529', way: whole },
  { id: 'F06', fault: '502, a page of HTML', model: 'f06-page', way: whole },
  { id: 'F07', fault: '409, once', model: 'f07-409', way: whole },
  { id: 'F08', fault: 'connection reset, once', model: 'f08-once', way: whole },
  { id: 'F11', fault: 'silence', model: 'f11-silent', way: stream },
  { id: 'F12', fault: 'nothing but comments', model: 'f12-comments', way: stream },
  { id: 'F13', fault: 'stall midway', model: 'f13-stall', way: stream },
  { id: 'F14', fault: 'cut midway', model: 'f14-cut', way: stream },
  { id: 'F14', fault: 'chunked encoding breaks', model: 'f14-chunk', way: stream },
  { id: 'F15', fault: 'clean end without evidence', model: 'f15-clean-end', way: stream },
  { id: 'F16', fault: 'no `[DONE]`', model: 'f16-no-done', way: stream },
  { id: 'F16', fault: 'no `[DONE]`, socket stays open', model: 'f16-open', way: stream },
  { id: 'F17', fault: '`[DONE]`, socket stays open', model: 'f17-open', way: stream },
  { id: 'F18', fault: 'more after `[DONE]`', model: 'f18-after-done', way: stream },
  { id: 'F19', fault: 'one event is no JSON', model: 'f19-malformed', way: stream },
  { id: 'F20', fault: 'error inside the stream', model: 'f20-error', way: stream },
  { id: 'F21', fault: '200 with `{"error"}`', model: 'f21-error', way: whole },
  { id: 'F21', fault: '200 with `choices: []`', model: 'f21-no-choices', way: whole },
  { id: 'F21', fault: '200 with `content: null`', model: 'f21-null-content', way: whole },
  { id: 'F23', fault: 'code points in single bytes', model: 'f23-bytes', way: stream },
  { id: 'F25', fault: 'one chunk, for ever', model: 'f25-loop', way: stream },
  { id: 'F26', fault: '200 with a page of HTML', model: 'f26-page', way: whole },
  { id: 'F26', fault: 'an event without an end', model: 'f26-endless-event', way: stream },
  { id: 'F27', fault: 'JSON where a stream was asked for', model: 'f27-whole', way: stream },
  { id: 'F27', fault: 'a stream where JSON was asked for', model: 'f27-stream', way: whole },
  { id: 'F28', fault: '400 `context_length_exceeded`', model: 'f28-code', way: whole },
  { id: 'F30', fault: '400 content filter', model: 'f30-400', way: whole },
  { id: 'F31', fault: '401 that quotes the key', model: 'f31-401', way: whole },
  { id: 'F32', fault: '404 `model_not_found`', model: 'f32-404', way: whole },
  { id: 'F33', fault: '400 unsupported `temperature`', model: 'f33-temperature', way: whole },
  { id: 'F36', fault: '308 to another origin', model: 'f36-elsewhere', way: whole },
  { id: 'F37', fault: 'kept connection is dead', model: 'f37-stale', way: whole },
  { id: 'F43', fault: '`Retry-After: 1000000000`', model: 'f43-huge', way: whole },
]
