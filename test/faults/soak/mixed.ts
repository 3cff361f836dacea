import type { Behaviour } from '../wall/behaviours/behaviour.ts'
import { fails } from '../wall/behaviours/fails.ts'
import { behaviours } from '../wall/behaviours.ts'

const names = [
  ...['ok', 'f06-500', 'f06-page', 'f06-empty', 'f08-reset', 'f14-cut', 'f14-reset', 'f14-chunk'],
  ...['ok', 'f14-length', 'f15-clean-end', 'f15-inside-event', 'f16-no-done', 'f17-open'],
  ...['ok', 'f18-after-done', 'f19-malformed', 'f21-no-choices', 'f21-null-content', 'f21-half'],
  ...['ok', 'f23-crlf', 'f24-pieces', 'f26-gzip', 'f26-page', 'f27-whole', 'f27-stream'],
  ...['ok', 'f28-code', 'f30-400', 'f37-close', 'f37-http-1-0'],
]
const limited = fails(429, 'rate_limit_exceeded', { headers: { 'retry-after-ms': '2' } })
// Seldom: whoever is asked to slow down does, and then few faults are left to meet.
const seldom = [limited, 'f05-529', 'f20-error', 'f11-silent', 'f13-stall'] as const

/** Every fault in turn. */
export const mixed: Behaviour = (call) => {
  const { attempt } = call
  const rare = attempt % 101 === 0 ? seldom[(attempt / 101) % seldom.length] : undefined
  if (typeof rare === 'function') return rare(call)
  return behaviours[rare ?? names[attempt % names.length] ?? 'ok']?.(call)
}
