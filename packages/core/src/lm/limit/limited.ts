import { decorated } from '../attempts/decorated.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { streamTruncated } from '../stream/stream-truncated.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { Governor } from './governor.ts'
import type { LimitOptions } from './limit-options.ts'
import type { CallOutcome, Permit } from './permit.ts'
import { refusedCall } from './refused-call.ts'

/**
 * Calls `lm` no faster than the limits and the provider allow; a stream holds its place until it is over
 * or left. LMs that share an account share one `Governor`. Throws `LMRateLimitError` for a call that may
 * not wait, be it for `maxQueue`, `maxWaitMs`, the request's own deadline, or for a pause that the provider
 * asked for while another LM of a `fallback` stands ready; and `AbortError`.
 */
export function limited(lm: LM, limits: LimitOptions | Governor = {}): LM {
  const governor = limits instanceof Governor ? limits : new Governor(limits)

  async function admit(request: LMRequest): Promise<Permit> {
    const { pauseMs } = governor
    if (request.allowance?.alternative && pauseMs > 0) {
      throw refusedCall('the provider asked for a pause, and another LM stands ready', pauseMs)
    }
    const deadlineMs = request.allowance?.remainingMs ?? Number.POSITIVE_INFINITY
    return governor.admit(estimateTokens(request), request.signal, deadlineMs)
  }

  async function generate(request: LMRequest): Promise<LMResponse> {
    const permit = await admit(request)
    let outcome: CallOutcome = {}
    try {
      const response = await lm.generate(request)
      outcome = { response }
      return response
    } catch (error) {
      outcome = { error }
      throw error
    } finally {
      permit.release(outcome)
    }
  }

  async function* stream(request: LMRequest): AsyncGenerator<LMStreamEvent, void> {
    const permit = await admit(request)
    let finished = false
    try {
      for await (const event of lm.stream(request)) {
        if (event.type === 'finish') {
          finished = true
          // Before the event is yielded, since its consumer may stop there.
          permit.release({ response: event.response })
        }
        yield event
        if (finished) return
      }
      throw streamTruncated(lm.model)
    } catch (error) {
      // The whole reply was yielded: that closing the inner stream failed changes nothing.
      if (finished) return
      permit.release({ error })
      throw error
    } finally {
      permit.release({})
    }
  }

  return decorated(lm, {
    generate,
    stream,
    maxCostUSD: (request) => lm.maxCostUSD?.(request) ?? null,
  })
}
