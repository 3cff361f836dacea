import { EventDecoder } from './event-decoder.ts'
import type { ServerEvent } from './server-event.ts'

/** How a stream of server-sent events is read. */
export interface ReadEventsOptions {
  /** How much of one event is held while it is incomplete, in characters. */
  maxEventLength?: number
}

const defaults: Required<ReadEventsOptions> = { maxEventLength: 16 * 1024 * 1024 }

/**
 * The server-sent events of a response, all that one piece of the body completes at a time: a step
 * for every event would cost more than the parsing. Leaving the loop closes the connection unless
 * the body was read to its end. Throws for an event that is longer than the limit.
 */
export async function* readEvents(
  response: Response,
  options: ReadEventsOptions = {},
): AsyncGenerator<readonly ServerEvent[], void> {
  const reader = response.body?.getReader()
  if (!reader) return
  const decoder = new EventDecoder(options.maxEventLength ?? defaults.maxEventLength)
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      const events = decoder.push(step.value)
      if (events.length > 0) yield events
    }
    const last = decoder.rest()
    if (last.length > 0) yield last
  } finally {
    // A body that has failed cannot be cancelled, and needs not be.
    reader.cancel().catch(() => {})
  }
}
