import { Allowance } from '../attempts/allowance.ts'
import { decorated } from '../attempts/decorated.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { streamTruncated } from '../stream/stream-truncated.ts'
import { Budget } from './budget.ts'
import type { BudgetOptions } from './budget-options.ts'
import { PaidCall } from './paid-call.ts'

/**
 * Calls `lm` only while the budget has what the call can cost at most, and books what it did cost: failed
 * calls only as far as they were billed, a reply from a cache not at all, a stream that was left or cut
 * by the part that was seen. However many calls run at once, known bounds are never exceeded together.
 * Throws `BudgetExceededError`.
 */
export function budgeted(lm: LM, budget: Budget | BudgetOptions): LM {
  const purse = budget instanceof Budget ? budget : new Budget(budget)

  function begin(request: LMRequest): { call: PaidCall; granted: LMRequest } {
    throwIfAborted(request.signal)
    const allowance = request.allowance?.within() ?? new Allowance()
    const call = new PaidCall(lm, purse, request, allowance)
    return { call, granted: { ...request, allowance } }
  }

  async function generate(request: LMRequest): Promise<LMResponse> {
    const { call, granted } = begin(request)
    try {
      const response = await lm.generate(granted)
      call.replied(response)
      return response
    } catch (error) {
      call.failed(error)
      throw error
    }
  }

  async function* stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    const { call, granted } = begin(request)
    let finished = false
    try {
      for await (const event of lm.stream(granted)) {
        if (event.type === 'finish') {
          finished = true
          // Before the event is yielded, since its consumer may stop there.
          call.replied(event.response)
        } else call.saw(event)
        yield event
        if (finished) return
      }
      throw streamTruncated(lm.model)
    } catch (error) {
      // The whole reply was yielded: that closing the inner stream failed changes nothing.
      if (finished) return
      call.failed(error)
      throw error
    } finally {
      call.left()
    }
  }

  return decorated(lm, {
    generate,
    stream,
    maxCostUSD: (request) => lm.maxCostUSD?.(request) ?? null,
  })
}
