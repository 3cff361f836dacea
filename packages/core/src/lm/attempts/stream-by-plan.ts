import type { LMRequest } from '../lm-request.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { streamTruncated } from '../stream/stream-truncated.ts'
import { Allowance } from './allowance.ts'
import { allowanceUsedUp } from './allowance-used-up.ts'
import type { AttemptPlan } from './attempt-plan.ts'
import { knownCost } from './known-cost.ts'
import { throwIfAborted } from './throw-if-aborted.ts'
import { toLMError } from './to-lm-error.ts'
import { withCost } from './with-cost.ts'

/**
 * Streams the attempts of a plan until one finishes: a `restart` event voids what a failed attempt
 * had yielded, and `finish` comes once. Attempts and costs count as in `generateByPlan`. Throws what the
 * plan throws, the last error once the allowance is used up, or `AbortError`.
 */
export async function* streamByPlan(
  plan: AttemptPlan,
  request: LMRequest,
): AsyncGenerator<LMStreamEvent, void> {
  throwIfAborted(request.signal)
  const account = (request.allowance ?? new Allowance()).within()
  let lm = plan.first
  let lent = account.lend(plan.hasNext?.())
  if (!lent) throw allowanceUsedUp(account)
  for (;;) {
    let shown = false
    let finished = false
    try {
      for await (const event of lm.stream({ ...request, allowance: lent })) {
        if (event.type === 'finish') {
          finished = true
          lent.settle(event.response)
          const response = withCost(event.response, account.spentUSD)
          yield response === event.response ? event : { type: 'finish', response }
          return
        }
        shown = event.type !== 'restart'
        yield event
      }
      throw streamTruncated(lm.model)
    } catch (error) {
      // The whole reply was yielded: that closing the inner stream failed changes nothing.
      if (finished) return
      lent.settle({ costUSD: knownCost(error) ?? null })
      throwIfAborted(request.signal)
      const failed = lm.model
      lm = await plan.next(error)
      lent = account.lend(plan.hasNext?.())
      if (!lent) throw error
      if (shown) yield { type: 'restart', reason: toLMError(error, failed) }
    }
  }
}
