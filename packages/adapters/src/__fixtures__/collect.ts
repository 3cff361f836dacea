import type { LM, LMRequest, LMResponse, LMStreamEvent } from '@ockham/core'

/** A stream that was read to its end. */
export interface Collected {
  events: LMStreamEvent[]
  text: string
  response: LMResponse
}

/** Reads a stream whole; throws when it does not end with exactly one `finish`. */
export async function collect(lm: LM, request: LMRequest): Promise<Collected> {
  const events: LMStreamEvent[] = []
  for await (const event of lm.stream(request)) events.push(event)
  const finishes = events.filter((event) => event.type === 'finish')
  const [finish] = finishes
  if (finish === undefined || finishes.length > 1 || events.at(-1) !== finish) {
    throw new Error(`expected one finish event at the end, got ${finishes.length}`)
  }
  const text = events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')
  return { events, text, response: finish.response }
}
