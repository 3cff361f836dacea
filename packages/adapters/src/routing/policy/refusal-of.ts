import { configurationProblem } from '../../vendor/configuration-problem.ts'
import type { Route } from '../route/route.ts'
import type { RequestFacts } from '../rules/request-facts.ts'
import type { Refusal } from './refusal.ts'
import { refuseForBudget } from './refuse-for-budget.ts'
import { refuseForCapability } from './refuse-for-capability.ts'
import { refuseForContext } from './refuse-for-context.ts'
import { refuseForSensitivity } from './refuse-for-sensitivity.ts'

/** Why a route may not serve a request at all, first or as a fallback; undefined when it may. */
export function refusalOf(
  route: Route,
  facts: RequestFacts,
  remainingUSD: number,
): Refusal | undefined {
  return (
    refuseForSensitivity(route, facts) ??
    refuseForConfiguration(route) ??
    refuseForCapability(route, facts) ??
    refuseForContext(route, facts) ??
    refuseForBudget(route, facts, remainingUSD)
  )
}

function refuseForConfiguration({ origin }: Route): Refusal | undefined {
  const problem = configurationProblem(origin)
  return problem && { why: 'configuration', reason: problem.message, error: problem }
}
