import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'

/** A failed attempt can be billed too, so the bound is the sum; null when one LM's is not known. */
export function sumOfMaxCosts(lms: readonly LM[], request: LMRequest): number | null {
  let sumUSD = 0
  for (const lm of lms) {
    const costUSD = lm.maxCostUSD?.(request) ?? null
    if (costUSD === null) return null
    sumUSD += costUSD
  }
  return sumUSD
}
