import type { LMFinishReason } from '@ockham/core'
import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { responsesUsage } from './responses-usage.ts'

/** How a response ended, from its status; throws where that was no end, or a failure. */
export function responsesEnd(response: WireObject, refused: boolean): ReplyPart[] {
  if (response.has('error')) throw new VendorFailure(factsFromBody(response.json('error')))
  const status = response.text('status')
  if (status === 'failed' || status === 'cancelled') {
    throw new VendorFailure({ codes: [], message: `the response was ${status}` })
  }
  const isOver = status === undefined || status === 'completed' || status === 'incomplete'
  if (!isOver) throw new Error(`the response is ${status}, and not complete.`)
  const reason = refused ? 'content_filter' : reasonOf(response)
  return [{ type: 'finish', index: 0, reason }, ...responsesUsage(response), { type: 'end' }]
}

function reasonOf(response: WireObject): LMFinishReason {
  if (response.text('status') !== 'incomplete') return 'stop'
  const why = response.object('incomplete_details')?.text('reason')
  return why === 'content_filter' ? why : 'length'
}
