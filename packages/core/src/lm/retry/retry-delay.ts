import { LMStreamTruncatedError } from '../../errors/lm-stream-truncated-error.ts'
import { LMTransportError } from '../../errors/lm-transport-error.ts'
import { networkFailure } from '../attempts/network-failure.ts'
import type { ResolvedRetryOptions } from './retry-options.ts'
import { toldWait } from './told-wait.ts'

/**
 * Milliseconds to wait after the nth failure: what the provider asked for, and on top a random part
 * of a ceiling that doubles. Infinite when the provider asks for more than `maxRetryAfterMs`.
 */
export function retryDelay(
  error: unknown,
  failures: number,
  options: Pick<
    ResolvedRetryOptions,
    'initialDelayMs' | 'maxDelayMs' | 'maxRetryAfterMs' | 'random'
  >,
): number {
  const toldMs = toldWait(error)
  if (toldMs > options.maxRetryAfterMs) return Number.POSITIVE_INFINITY
  if (failures === 1 && toldMs === 0 && isBrokenConnection(error)) return 0
  const ceilingMs = Math.min(
    options.maxDelayMs,
    options.initialDelayMs * 2 ** Math.min(failures - 1, 31),
  )
  return toldMs + options.random() * ceilingMs
}

/** An old socket that the server had closed: a fresh one works at once. */
function isBrokenConnection(error: unknown): boolean {
  if (LMStreamTruncatedError.is(error)) return false
  return LMTransportError.is(error) || networkFailure(error) === 'transient'
}
