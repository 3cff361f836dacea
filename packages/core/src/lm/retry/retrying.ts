import { decorated } from '../attempts/decorated.ts'
import { generateByPlan } from '../attempts/generate-by-plan.ts'
import { streamByPlan } from '../attempts/stream-by-plan.ts'
import type { LM } from '../lm.ts'
import { type RetryOptions, resolveRetryOptions } from './retry-options.ts'
import { retryPlan } from './retry-plan.ts'

/** The LM inside each LM made here, so that `retrying(retrying(lm))` does not multiply attempts. */
const innerLMs = new WeakMap<LM, LM>()

/**
 * Asks `lm` again after a failure that can pass: rate limit, server, connection, cut stream. Other
 * errors, and the last one, are thrown as they are. Around another `retrying` LM it replaces it.
 *
 * With several LMs write `retrying(fallback(a, b))`: it waits only when all of them failed.
 */
export function retrying(lm: LM, options: RetryOptions = {}): LM {
  const settings = resolveRetryOptions(options)
  const inner = innerLMs.get(lm) ?? lm
  const retried = decorated(inner, {
    generate: async (request) =>
      generateByPlan(retryPlan(inner, settings, request.signal), request),
    async *stream(request) {
      yield* streamByPlan(retryPlan(inner, settings, request.signal), request)
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
