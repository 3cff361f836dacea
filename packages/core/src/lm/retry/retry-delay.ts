import { LMError } from '../../errors/lm-error.ts'
import type { RetryOptions } from './retry-options.ts'

/**
 * Milliseconds to wait after the nth failure: what the provider asked for, and on top a random part
 * of a ceiling that doubles. Infinite when the provider asks for more than `maxRetryAfterMs`.
 */
export function retryDelay(
  error: unknown,
  failures: number,
  options: Required<RetryOptions>,
): number {
  const toldMs = retryAfter(error)
  if (toldMs > options.maxRetryAfterMs) return Number.POSITIVE_INFINITY
  const ceilingMs = Math.min(
    options.maxDelayMs,
    options.initialDelayMs * 2 ** Math.min(failures - 1, 31),
  )
  return toldMs + options.random() * ceilingMs
}

/** A time in the past, or none at all, means that the provider asks for no wait. */
function retryAfter(error: unknown): number {
  const toldMs = LMError.is(error) ? error.retryAfterMs : undefined
  return toldMs !== undefined && toldMs > 0 ? toldMs : 0
}
