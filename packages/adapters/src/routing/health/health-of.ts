import { configurationProblem } from '../../vendor/configuration-problem.ts'
import type { Route } from '../route/route.ts'
import { accountBreakerOf } from './accounts.ts'
import type { RouteHealth } from './route-health.ts'
import type { Vitals } from './vitals.ts'

/** For so long, in milliseconds, an answer shows that a route is healthy. */
const freshMs = 60_000
/** Below this part of answered calls a route is not called healthy. */
const fewSuccesses = 0.8

/** What is known of a route without asking it. */
export function healthOf(route: Route): RouteHealth {
  const { vitals, breaker } = route.deployment
  const { lastSuccessAt, firstTokenMs, successRate } = vitals
  const lastSuccessMs = lastSuccessAt === undefined ? undefined : performance.now() - lastSuccessAt
  return {
    model: route.model,
    ...stateOf(route, lastSuccessMs),
    ...(lastSuccessMs !== undefined && { lastSuccessMs }),
    successRate,
    ...(firstTokenMs !== undefined && { firstTokenMs }),
    circuit: accountBreakerOf(route.lm)?.state ?? breaker.state,
  }
}

function stateOf(
  { lm, origin, deployment }: Route,
  lastSuccessMs: number | undefined,
): Pick<RouteHealth, 'state' | 'reason'> {
  const { breaker, governor, vitals } = deployment
  const problem = configurationProblem(origin)
  if (problem) return { state: 'down', reason: problem.message }
  const account = accountBreakerOf(lm)
  if (account) return { state: 'down', reason: `Its account was refused; ${again(account.waitMs)}` }
  const failure = vitals.lastFailure?.code ?? 'it was not found'
  if (breaker.state === 'open') {
    return { state: 'down', reason: `It kept failing (${failure}); ${again(breaker.waitMs)}` }
  }
  if (breaker.state === 'half-open') {
    return { state: 'degraded', reason: `It kept failing (${failure}); the next call shows more.` }
  }
  const waitMs = governor.waitMs(1)
  if (waitMs > 0) return { state: 'degraded', reason: `It takes no more calls; ${again(waitMs)}` }
  if (hasFailedLast(vitals)) {
    return { state: 'degraded', reason: `Its last call failed (${failure}).` }
  }
  if (lastSuccessMs === undefined || lastSuccessMs >= freshMs) {
    const since = lastSuccessMs === undefined ? 'yet' : `for ${seconds(lastSuccessMs)}`
    return { state: 'unknown', reason: `It was not heard ${since}.` }
  }
  const { successRate } = vitals
  if (successRate < fewSuccesses) {
    const part = Math.round(successRate * 100)
    return {
      state: 'degraded',
      reason: `It answers ${part} % of the calls; last failure: ${failure}.`,
    }
  }
  return { state: 'healthy', reason: `It answered ${seconds(lastSuccessMs)} ago.` }
}

function hasFailedLast({ lastFailure, lastSuccessAt }: Vitals): boolean {
  if (!lastFailure || lastFailure.at <= (lastSuccessAt ?? 0)) return false
  return performance.now() - lastFailure.at < freshMs
}

function again(waitMs: number): string {
  return `it is asked again in ${seconds(waitMs)}.`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
