import { knownCost } from '../attempts/known-cost.ts'
import { toLMError } from '../attempts/to-lm-error.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { replay } from '../stream/replay.ts'
import { streamTruncated } from '../stream/stream-truncated.ts'
import type { CascadeRun } from './cascade-run.ts'

/** Streams the last LM of a cascade; when it fails, the reply that was held, if it may serve. */
export async function* streamLast(
  run: CascadeRun,
  request: LMRequest,
): AsyncGenerator<LMStreamEvent, void> {
  const { last } = run
  const lent = last && run.lend(false)
  if (!lent) {
    yield* replay(run.giveUp())
    return
  }
  const call = run.began(last)
  let shown = false
  let finished = false
  try {
    for await (const event of last.stream({ ...request, allowance: lent })) {
      if (event.type === 'finish') {
        finished = true
        lent.settle(event.response)
        call.replied(event.response)
        yield { type: 'finish', response: run.acceptLast(last, event.response) }
        return
      }
      shown = event.type !== 'restart'
      yield event
    }
    throw streamTruncated(last.model)
  } catch (error) {
    // The whole reply was yielded: that closing the inner stream failed changes nothing.
    if (finished) return
    lent.settle({ costUSD: knownCost(error) ?? null })
    call.failed(error)
    run.failed(last, error)
    const held = run.giveUp()
    if (shown) yield { type: 'restart', reason: toLMError(error, last.model) }
    yield* replay(held)
  }
}
