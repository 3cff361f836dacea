import { LMUnexpectedError } from '../../errors/lm-unexpected-error.ts'
import type { Allowance } from '../attempts/allowance.ts'
import { isRetryable } from '../attempts/is-retryable.ts'
import { retryDelay } from './retry-delay.ts'
import type { ResolvedRetryOptions } from './retry-options.ts'
import { toldWait } from './told-wait.ts'
import { wait } from './wait.ts'

/** Given why an attempt failed, resolves once the next one may start; throws the error when none may. */
export type RetryWait = (error: unknown) => Promise<void>

/** Waits between the attempts of one request while the failure, the allowance and the retry budget allow it. */
export function retryWait(
  options: ResolvedRetryOptions,
  allowance: Allowance,
  signal: AbortSignal | undefined,
): RetryWait {
  let failures = 0
  let unexpected = 0

  /** Where another LM stands ready, this one is asked twice at most and no ordered wait is sat out. */
  const leaves = (error: unknown): boolean =>
    allowance.alternative && (failures > 1 || toldWait(error) > 0)

  options.retryBudget.earn()
  return async (error) => {
    failures += 1
    // A reply outside the protocol may be a hiccup once; twice it is how this server is.
    if (LMUnexpectedError.is(error)) unexpected += 1
    if (unexpected > 1 || !isRetryable(error) || leaves(error)) throw error
    const delayMs = retryDelay(error, failures, options)
    if (delayMs === Number.POSITIVE_INFINITY || delayMs > allowance.remainingMs) throw error
    if (!allowance.open || allowance.remainingRetries < 1) throw error
    // A wait that the provider itself named is no storm.
    if (toldWait(error) === 0 && !options.retryBudget.take()) throw error
    allowance.takeRetry()
    await wait(delayMs, signal)
  }
}
