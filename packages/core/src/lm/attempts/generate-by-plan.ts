import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import type { AttemptPlan } from './attempt-plan.ts'
import { throwIfAborted } from './throw-if-aborted.ts'

/** Makes the attempts of a plan until one replies; throws what the plan throws, or `AbortError`. */
export async function generateByPlan(plan: AttemptPlan, request: LMRequest): Promise<LMResponse> {
  throwIfAborted(request.signal)
  let lm = plan.first
  for (;;) {
    try {
      return await lm.generate(request)
    } catch (error) {
      throwIfAborted(request.signal)
      lm = await plan.next(error)
    }
  }
}
