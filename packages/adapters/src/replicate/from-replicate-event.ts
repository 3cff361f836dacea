import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { ServerEvent } from '../http/server-event.ts'
import { parseJSON } from '../internal/parse-json.ts'
import { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

/** The parts of one event, whose data is plain text; throws when the event reports a failure. */
export function fromReplicateEvent({ event, data, isCut }: ServerEvent): readonly ReplyPart[] {
  switch (event) {
    case 'output':
      return isCut ? [] : [{ type: 'text', index: 0, text: data }]
    case 'error':
      throw new VendorFailure(factsFromBody(parseJSON(data) ?? data))
    case 'done':
      return end(WireObject.of(parseJSON(data))?.text('reason'))
    default:
      return []
  }
}

function end(reason: string | undefined): readonly ReplyPart[] {
  if (reason) throw new VendorFailure({ codes: [], message: `the prediction ended: ${reason}` })
  return [{ type: 'finish', index: 0, reason: 'stop' }, { type: 'end' }]
}
