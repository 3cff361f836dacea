import { Allowance } from '../attempts/allowance.ts'
import type { AttemptPlan } from '../attempts/attempt-plan.ts'
import { decorated } from '../attempts/decorated.ts'
import { generateByPlan } from '../attempts/generate-by-plan.ts'
import { streamByPlan } from '../attempts/stream-by-plan.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import { type RetryOptions, resolveRetryOptions } from './retry-options.ts'
import { retryPlan } from './retry-plan.ts'

/** The LM inside each LM made here, so that `retrying(retrying(lm))` does not multiply attempts. */
const innerLMs = new WeakMap<LM, LM>()

/**
 * Asks `lm` again after a failure that can pass: rate limit, server, connection, cut stream. Other
 * errors, and the last one, are thrown as they are. Around another `retrying` LM it replaces it.
 *
 * With several LMs write `retrying(fallback(a, b))`: it waits only when all of them failed. Inside, as
 * in `fallback(retrying(a), b)`, it asks `a` once more at most, and leaves it when told to wait.
 */
export function retrying(lm: LM, options: RetryOptions = {}): LM {
  const settings = resolveRetryOptions(options)
  const inner = innerLMs.get(lm) ?? lm

  function begin(request: LMRequest): { plan: AttemptPlan; granted: LMRequest } {
    const limits = { retries: settings.attempts - 1, deadlineMs: settings.deadlineMs }
    const allowance = request.allowance?.within(limits) ?? new Allowance(limits)
    const plan = retryPlan(inner, settings, allowance, request.signal)
    return { plan, granted: { ...request, allowance } }
  }

  const retried = decorated(inner, {
    async generate(request) {
      const { plan, granted } = begin(request)
      return generateByPlan(plan, granted)
    },
    stream(request) {
      const { plan, granted } = begin(request)
      return streamByPlan(plan, granted)
    },
    // A failed attempt can be billed too, such as a stream that was cut.
    maxCostUSD(request) {
      const costUSD = inner.maxCostUSD?.(request) ?? null
      return costUSD === null ? null : costUSD * settings.attempts
    },
  })
  innerLMs.set(retried, inner)
  return retried
}
