import type { Allowance } from '../attempts/allowance.ts'
import type { AttemptPlan } from '../attempts/attempt-plan.ts'
import type { LM } from '../lm.ts'
import type { ResolvedRetryOptions } from './retry-options.ts'
import { retryWait } from './retry-wait.ts'

/** Asks the same LM again, after a wait, while the failure, the allowance and the retry budget allow it. */
export function retryPlan(
  lm: LM,
  options: ResolvedRetryOptions,
  allowance: Allowance,
  signal: AbortSignal | undefined,
): AttemptPlan {
  const waitAfter = retryWait(options, allowance, signal)
  return {
    first: lm,
    async next(error) {
      await waitAfter(error)
      return lm
    },
  }
}
