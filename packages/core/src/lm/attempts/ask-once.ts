import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { Allowance } from './allowance.ts'
import { knownCost } from './known-cost.ts'

/** One call with what was lent for it; its outcome is booked once. */
export async function askOnce(lm: LM, request: LMRequest, lent: Allowance): Promise<LMResponse> {
  try {
    const response = await lm.generate({ ...request, allowance: lent })
    lent.settle(response)
    return response
  } catch (error) {
    lent.settle({ costUSD: knownCost(error) ?? null })
    throw error
  }
}
