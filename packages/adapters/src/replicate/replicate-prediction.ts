import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'

const running: ReadonlySet<string> = new Set(['starting', 'processing', 'queued'])

/** Whether a prediction is still to come; throws when it failed or was canceled. */
export function isRunning(prediction: WireObject): boolean {
  if (prediction.has('error')) throw new VendorFailure(factsFromBody(prediction.json('error')))
  const status = prediction.text('status') ?? ''
  if (status === 'succeeded') return false
  if (running.has(status)) return true
  throw new VendorFailure({ codes: [], message: `the prediction ended as "${status}"` })
}

/** The parts of a prediction that succeeded; its output is a text or a list of pieces. */
export function fromReplicatePrediction(prediction: WireObject): readonly ReplyPart[] {
  const output = prediction.json('output')
  const text = Array.isArray(output) ? output.join('') : output
  if (typeof text !== 'string') throw new Error('`output` is no text.')
  const metrics = prediction.object('metrics')
  const inputTokens = metrics?.number('input_token_count')
  const outputTokens = metrics?.number('output_token_count')
  return [
    { type: 'text', index: 0, text },
    { type: 'usage', usage: { inputTokens, outputTokens } },
    { type: 'finish', index: 0, reason: 'stop' },
    { type: 'end' },
  ]
}
