import { type FaultRow, faultRow } from './harness/fault-row.ts'
import { shortTimeouts } from './harness/lm-at.ts'

const all = ['openai', 'anthropic', 'ollama', 'gemini'] as const
const others = ['anthropic', 'ollama', 'gemini'] as const
/** With an end mark of their own. */
const marked = ['openai', 'anthropic', 'ollama'] as const
const stream = ['stream'] as const
const lm = { timeouts: shortTimeouts }
const silence = {
  ...{ alone: 'lm_timeout', primaryRequests: 1 },
  ...{ ways: stream, wires: all, lm },
} as const
const truncated = { alone: 'lm_stream_truncated', again: 3, wires: all } as const
const right = { alone: 'right', routed: 'primary' } as const

/** The same on all wires; only OpenAI's was asked for a reply in one piece, which is no stream. */
function cut(id: string, title: string, model: string): FaultRow[] {
  const asked = { generate: 'lm_transport', stream: 'lm_stream_truncated' }
  return [
    { ...truncated, id, title, model, wires: others },
    { ...truncated, id, title, model, wires: ['openai'], alone: asked },
  ]
}

const rows: readonly FaultRow[] = [
  { id: 'F12', title: 'role announcements are no first token', model: 'f12-role', ...silence },
  {
    ...{ id: 'F12', title: 'comments are no first token', model: 'f12-comments', ...silence },
    wires: ['openai', 'anthropic', 'gemini'],
  },
  {
    ...{ id: 'F12', title: 'pings are no first token', model: 'f12-pings', ...silence },
    wires: ['anthropic'],
  },
  { id: 'F12', title: 'blank lines are no first token', model: 'f12-blanks', ...silence },
  { id: 'F13', title: 'a stream that stalls is left', model: 'f13-stall', ...silence },
  { id: 'F13', title: 'pings do not keep a stalled stream alive', model: 'f13-pings', ...silence },
  ...cut('F14', 'a stream that is cut is no answer', 'f14-cut'),
  ...cut('F14', 'a stream that is reset is no answer', 'f14-reset'),
  ...cut('F14', 'broken chunks end a stream', 'f14-chunk'),
  ...cut('F14', 'a body shorter than promised is no answer', 'f14-length'),
  { id: 'F15', title: 'half the text is no answer', model: 'f15-clean-end', ...truncated },
  { id: 'F15', title: 'all the text without an end is none', model: 'f15-all-text', ...truncated },
  { id: 'F15', title: 'an end inside an event is none', model: 'f15-inside-event', ...truncated },
  { id: 'F16', title: 'an end mark is not missed', model: 'f16-no-done', ...right },
  {
    ...{ id: 'F16', title: 'an end mark that never comes is not waited for', model: 'f16-open' },
    ...{ ...right, withinMs: 8_000 },
  },
  { id: 'F17', title: 'an open socket is left', model: 'f17-open', ...right, wires: all },
  { id: 'F18', title: 'nothing follows the end', model: 'f18-after-done', ...right, wires: marked },
  {
    id: 'F19',
    title: 'one event that is no JSON is borne',
    model: 'f19-malformed',
    ...right,
    wires: all,
  },
  { id: 'F19', title: 'not without an end', model: 'f19-malformed-end', ...truncated },
  {
    ...{ id: 'F19', title: 'not twice', model: 'f19-malformed-twice', wires: all },
    ...{ alone: 'lm_unexpected', again: 2 },
    // It is left before it has told its usage.
    costless: true,
  },
  {
    ...{ id: 'F19', title: 'not among the arguments of a tool', model: 'f19-malformed-call' },
    ...{ alone: 'lm_unexpected', again: 2 },
  },
  {
    ...{ id: 'F20', title: 'an error inside a stream is an error', model: 'f20-error' },
    ...{ alone: 'lm_server', again: 3, wires: ['openai', 'anthropic', 'gemini'] },
  },
  {
    ...{ id: 'F20', title: 'an error instead of a stream is an error', model: 'f20-first' },
    ...{ alone: 'lm_server', again: 3, wires: all },
  },
  {
    ...{ id: 'F20', title: 'a rate limit inside a stream is a rate limit', model: 'f20-rate' },
    ...{ alone: 'lm_rate_limit', again: 3, wires: ['openai', 'anthropic', 'gemini'] },
  },
]

for (const row of rows) faultRow(row)
