import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { limitsOf } from '../vendor/limits-of.ts'
import { readJSON } from '../vendor/read-json.ts'
import { replyForm } from '../vendor/reply-form.ts'
import { type FromEvent, readParts } from './read-parts.ts'

/** How one dialect is read, in pieces and in one piece. */
export interface ReplyReading {
  fromEvent: FromEvent
  fromResponse: (response: WireObject) => readonly ReplyPart[]
  /** The data of the event after which nothing follows, where it is no JSON. */
  endMark?: string
}

/** The parts of a successful response, which may be a stream or not, whatever was asked for. */
export function replyParts(
  response: Response,
  streamed: boolean,
  { fromEvent, fromResponse, endMark }: ReplyReading,
): AsyncGenerator<readonly ReplyPart[], void> {
  return replyForm(response, streamed) === 'events'
    ? readParts(response, fromEvent, endMark)
    : wholeParts(response, fromResponse)
}

async function* wholeParts(
  response: Response,
  fromResponse: ReplyReading['fromResponse'],
): AsyncGenerator<readonly ReplyPart[], void> {
  const limits = limitsOf(response)
  yield [...limits, ...fromResponse(await readJSON(response))]
}
