import type { LMStreamEvent } from '../lm-stream-event.ts'

/** Reads a stream to its end; `error` is what it threw. */
export async function drain(
  stream: AsyncIterable<LMStreamEvent>,
): Promise<{ events: LMStreamEvent[]; error?: unknown }> {
  const events: LMStreamEvent[] = []
  try {
    for await (const event of stream) events.push(event)
    return { events }
  } catch (error) {
    return { events, error }
  }
}
