import { LMError } from '../../errors/lm-error.ts'

/** Milliseconds that the provider asked to wait; 0 when it named no time, or one in the past. */
export function toldWait(error: unknown): number {
  const toldMs = LMError.is(error) ? error.retryAfterMs : undefined
  return toldMs !== undefined && toldMs > 0 ? toldMs : 0
}
