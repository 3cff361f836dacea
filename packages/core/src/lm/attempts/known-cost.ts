import { LMError } from '../../errors/lm-error.ts'

/** US dollars that a failed call is known to have cost. */
export function knownCost(error: unknown): number | undefined {
  return LMError.is(error) ? error.costUSD : undefined
}
