import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import { Allowance } from './allowance.ts'
import { allowanceUsedUp } from './allowance-used-up.ts'
import type { AttemptPlan } from './attempt-plan.ts'
import { knownCost } from './known-cost.ts'
import { throwIfAborted } from './throw-if-aborted.ts'
import { withCost } from './with-cost.ts'

/**
 * Makes the attempts of a plan until one replies, each taken from the request's allowance; the reply's
 * `costUSD` is that of all of them. Throws what the plan throws, the last error once the allowance is
 * used up, or `AbortError`.
 */
export async function generateByPlan(plan: AttemptPlan, request: LMRequest): Promise<LMResponse> {
  throwIfAborted(request.signal)
  const account = (request.allowance ?? new Allowance()).within()
  let lm = plan.first
  let lent = account.lend(plan.hasNext?.())
  if (!lent) throw allowanceUsedUp(account)
  for (;;) {
    try {
      const response = await lm.generate({ ...request, allowance: lent })
      lent.settle(response)
      return withCost(response, account.spentUSD)
    } catch (error) {
      lent.settle({ costUSD: knownCost(error) ?? null })
      throwIfAborted(request.signal)
      lm = await plan.next(error)
      lent = account.lend(plan.hasNext?.())
      if (!lent) throw error
    }
  }
}
