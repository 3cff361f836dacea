import { LMError } from '../../errors/lm-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import type { LMRate, LMRateLimits } from '../../errors/lm-rate-limits.ts'
import { LMServerError } from '../../errors/lm-server-error.ts'
import type { CallOutcome } from './permit.ts'

/** What the end of a call tells about the LM's limits. */
export interface Lesson {
  result: 'succeeded' | 'overloaded' | 'neither'
  /** Tokens the call really took, when known. */
  tokens: number | undefined
  /** True when a cache answered, so that nothing was called. */
  uncalled: boolean
  retryAfterMs: number | undefined
  /** Milliseconds until a rate that is used up is whole again; 0 when none is. */
  emptyForMs: number
}

const overloadedStatuses: ReadonlySet<number | undefined> = new Set([503, 529])

/** Reads usage and headers of a reply, or class and headers of an error. */
export function learn(outcome: CallOutcome): Lesson {
  if ('response' in outcome) {
    const { usage, cached = false, rateLimits } = outcome.response
    // An LM that breaks its word and tells no tokens must cost neither its place nor the rate.
    const tokens = (usage?.inputTokens ?? Number.NaN) + (usage?.outputTokens ?? Number.NaN)
    return {
      result: cached ? 'neither' : 'succeeded',
      tokens: cached ? 0 : Number.isFinite(tokens) ? tokens : undefined,
      uncalled: cached,
      retryAfterMs: undefined,
      emptyForMs: cached ? 0 : emptyForMs(rateLimits),
    }
  }
  const error = 'error' in outcome && LMError.is(outcome.error) ? outcome.error : undefined
  return {
    result: error && isOverload(error) ? 'overloaded' : 'neither',
    tokens: undefined,
    uncalled: false,
    retryAfterMs: error?.retryAfterMs,
    emptyForMs: emptyForMs(error?.rateLimits),
  }
}

function isOverload(error: LMError): boolean {
  if (LMRateLimitError.is(error)) return true
  return LMServerError.is(error) && overloadedStatuses.has(error.status)
}

function emptyForMs(limits: LMRateLimits | undefined): number {
  return Math.max(resetMs(limits?.requests), resetMs(limits?.tokens))
}

function resetMs(rate: LMRate | undefined): number {
  const isEmpty = rate?.remaining !== undefined && rate.remaining <= 0
  return isEmpty && rate.resetMs !== undefined && rate.resetMs > 0 ? rate.resetMs : 0
}
