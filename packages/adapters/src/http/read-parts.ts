import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { parseJSON } from '../internal/parse-json.ts'
import { WireObject } from '../internal/wire-object.ts'
import { malformedPart } from '../reply/malformed-part.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { limitsOf } from '../vendor/limits-of.ts'
import { readEvents } from './read-events.ts'
import type { ServerEvent } from './server-event.ts'

/** Translates the JSON of one event; the event's name stands in for a `type` that the JSON lacks. */
export type FromEvent = (data: WireObject, event: string | undefined) => readonly ReplyPart[]

/**
 * The parts of a streamed reply whose events hold JSON. An event that is no JSON becomes a part of
 * the type malformed; the data `endMark` says that nothing follows; `event: error` is thrown.
 */
export async function* readParts(
  response: Response,
  fromEvent: FromEvent,
  endMark?: string,
): AsyncGenerator<readonly ReplyPart[], void> {
  yield limitsOf(response)
  let isOver = false
  for await (const events of readEvents(response)) {
    // What follows the end is only read, so that the connection can serve another call.
    if (isOver) continue
    const parts: ReplyPart[] = []
    try {
      for (const event of events) {
        if (isOver) break
        for (const part of partsOf(event, fromEvent, endMark)) {
          isOver ||= part.type === 'end'
          parts.push(part)
        }
      }
    } catch (error) {
      // What came before the error in the same piece of the body is told first.
      yield parts
      throw error
    }
    yield parts
  }
}

function partsOf(
  { event, data, isCut }: ServerEvent,
  fromEvent: FromEvent,
  endMark: string | undefined,
): readonly ReplyPart[] {
  if (data === endMark) return [{ type: 'end' }]
  const value = parseJSON(data)
  if (event === 'error') throw new VendorFailure(factsFromBody(value ?? data))
  const fields = WireObject.of(value)
  if (fields) return fromEvent(fields, event)
  // Half an event at the end is a reply cut off, and blank ones keep a connection alive.
  const isNoise = value !== undefined || isCut || data.trim() === ''
  return isNoise ? [] : [malformedPart(data)]
}
