import type { LMRequest } from '../lm-request.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { streamTruncated } from '../stream/stream-truncated.ts'
import type { AttemptPlan } from './attempt-plan.ts'
import { throwIfAborted } from './throw-if-aborted.ts'
import { toLMError } from './to-lm-error.ts'

/**
 * Streams the attempts of a plan until one finishes: a `restart` event voids what a failed attempt
 * had yielded, and `finish` comes once. Throws what the plan throws, or `AbortError`.
 */
export async function* streamByPlan(
  plan: AttemptPlan,
  request: LMRequest,
): AsyncGenerator<LMStreamEvent, void> {
  throwIfAborted(request.signal)
  let lm = plan.first
  for (;;) {
    let shown = false
    let finished = false
    try {
      for await (const event of lm.stream(request)) {
        shown = event.type !== 'restart'
        finished = event.type === 'finish'
        yield event
        if (finished) return
      }
      throw streamTruncated(lm.model)
    } catch (error) {
      // The whole reply was yielded: that closing the inner stream failed changes nothing.
      if (finished) return
      throwIfAborted(request.signal)
      const failed = lm.model
      lm = await plan.next(error)
      if (shown) yield { type: 'restart', reason: toLMError(error, failed) }
    }
  }
}
