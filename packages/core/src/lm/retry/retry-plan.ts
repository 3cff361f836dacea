import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import type { AttemptPlan } from '../attempts/attempt-plan.ts'
import { isRetryable } from '../attempts/is-retryable.ts'
import type { LM } from '../lm.ts'
import { retryDelay } from './retry-delay.ts'
import type { RetryOptions } from './retry-options.ts'
import { wait } from './wait.ts'

/** Asks the same LM again, after a wait, while the failure, the attempts and the deadline allow it. */
export function retryPlan(
  lm: LM,
  options: Required<RetryOptions>,
  signal: AbortSignal | undefined,
): AttemptPlan {
  const startedAt = performance.now()
  let failures = 0
  let unexpected = 0
  return {
    first: lm,
    async next(error) {
      failures += 1
      // A reply outside the protocol may be a hiccup once; twice it is how this server is.
      if (LMUnexpectedError.is(error)) unexpected += 1
      if (failures >= options.attempts || unexpected > 1 || !isRetryable(error)) throw error
      const delayMs = retryDelay(error, failures, options)
      const remainingMs = options.deadlineMs - (performance.now() - startedAt)
      if (delayMs === Number.POSITIVE_INFINITY || delayMs > remainingMs) throw error
      await wait(delayMs, signal)
      return lm
    },
  }
}
