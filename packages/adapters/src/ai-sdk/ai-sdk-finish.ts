import type { LMFinishReason } from '@ockham/core'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'

const reasons: Readonly<Record<string, LMFinishReason>> = {
  stop: 'stop',
  length: 'length',
  'content-filter': 'content_filter',
  'tool-calls': 'tool_calls',
  other: 'stop',
  unknown: 'stop',
}

// What models say when the provider said nothing: its reply was cut off.
const madeUp = /^(other|error|interrupted)$/

/** Why a reply ended; undefined when the provider never said, which models paper over. */
export function aiSDKFinish(holder: WireObject): LMFinishReason | undefined {
  const detail = holder.object('finishReason')
  const reason = detail?.text('unified') ?? holder.text('finishReason') ?? 'unknown'
  if (detail ? madeUp.test(reason) && !detail.has('raw') : reason === 'unknown') return undefined
  const known = reasons[reason]
  if (known) return known
  throw new VendorFailure({ codes: [], message: 'the completion ended with an error' })
}
