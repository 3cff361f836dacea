import { OckhamError } from '../../errors/ockham-error.ts'
import { observation } from '../../predict/tools/observation.ts'

/** A comment, which readers skip. */
export const heartbeat = ':\n\n'
/** What comes last, as in DSPy's streaming_response. */
export const done = 'event: done\ndata: [DONE]\n\n'

/** An event under its type, numbered. JSON has no line breaks, so it is one line of data. */
export function eventText(event: { readonly type: string }, id: number): string {
  return `event: ${event.type}\nid: ${id}\ndata: ${json(event)}\n\n`
}

/** An error as a last event, with its code where it is one of ours. */
export function errorText(error: unknown, message: string): string {
  const code = OckhamError.is(error) ? error.code : 'unknown'
  return `event: error\ndata: ${JSON.stringify({ type: 'error', code, message })}\n\n`
}

// Tools return what they like.
function json(event: object): string {
  try {
    return JSON.stringify(event)
  } catch {
    return JSON.stringify(observation(event))
  }
}
