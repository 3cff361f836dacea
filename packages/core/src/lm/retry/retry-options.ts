import { OptionError } from '../../errors/option-error.ts'
import { longestTimerMs } from '../attempts/longest-timer.ts'
import { RetryBudget } from './retry-budget.ts'

/** How `retrying` spends attempts and time on one request. */
export interface RetryOptions {
  /**
   * Attempts in all, the first one counted. Default 3. Where decorators are nested this bounds the retries
   * of all of them together; that a `fallback` goes on to another LM is none.
   */
  attempts?: number
  /** Ceiling of the random wait before the second attempt; it doubles with each further one. Default 500. */
  initialDelayMs?: number
  /** What that ceiling grows to. Default 8000. */
  maxDelayMs?: number
  /** A provider that asks for a longer wait than this is not asked again. Default 60 000. */
  maxRetryAfterMs?: number
  /** No attempt starts later than this after the first one. Default: no limit. */
  deadlineMs?: number
  /** Retries that all requests share; give one to several LMs, or a smaller one. Default: 500, and one for ten requests. */
  retryBudget?: RetryBudget
  /** Numbers in [0, 1) that spread the waits. Default `Math.random`. */
  random?: () => number
}

/** All options of `retrying`. */
export type ResolvedRetryOptions = Required<RetryOptions>

const defaults: Omit<ResolvedRetryOptions, 'retryBudget'> = {
  attempts: 3,
  initialDelayMs: 500,
  maxDelayMs: 8_000,
  maxRetryAfterMs: 60_000,
  deadlineMs: Number.POSITIVE_INFINITY,
  random: Math.random,
}

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveRetryOptions(options: RetryOptions): ResolvedRetryOptions {
  const resolved = {
    attempts: options.attempts ?? defaults.attempts,
    initialDelayMs: options.initialDelayMs ?? defaults.initialDelayMs,
    maxDelayMs: options.maxDelayMs ?? defaults.maxDelayMs,
    maxRetryAfterMs: options.maxRetryAfterMs ?? defaults.maxRetryAfterMs,
    deadlineMs: options.deadlineMs ?? defaults.deadlineMs,
    retryBudget: options.retryBudget ?? new RetryBudget(),
    random: options.random ?? defaults.random,
  }
  if (!Number.isInteger(resolved.attempts) || resolved.attempts < 1) {
    throw new OptionError('attempts', 'must be a whole number from 1; 1 means no retry.')
  }
  for (const name of ['initialDelayMs', 'maxDelayMs', 'maxRetryAfterMs'] as const) {
    if (!(resolved[name] >= 0 && resolved[name] <= longestTimerMs)) {
      throw new OptionError(name, `must be milliseconds from 0 to ${longestTimerMs}.`)
    }
  }
  if (!(resolved.deadlineMs >= 0))
    throw new OptionError('deadlineMs', 'must be milliseconds from 0.')
  return resolved
}
