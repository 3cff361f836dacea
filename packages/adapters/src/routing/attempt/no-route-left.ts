import {
  AllRoutesFailedError,
  BudgetExceededError,
  ContextWindowExceededError,
  LMError,
  OckhamError,
} from '@ockham/core'
import type { Candidate } from '../plan/candidate.ts'
import { errorCode } from '../plan/error-code.ts'
import { type RouteFailure, routeFailure } from './route-failure.ts'

/** A call that failed. */
export interface FailedCall {
  readonly model: string
  readonly error: unknown
}

/** Why a request ends without a reply. */
export interface NoRoute {
  /** What put an end to it, as the beginning of a sentence. */
  readonly because: string
  readonly failures: readonly FailedCall[]
  readonly candidates: readonly Candidate[]
  /** Milliseconds until a route can be asked again. */
  readonly retryAfterMs: number | undefined
  readonly costUSD: number
}

/** These say what is wrong with the request, whoever is asked. */
const aboutRequest: ReadonlySet<RouteFailure> = new Set(['invalid', 'too-long', 'over-budget'])

/** The error of a request that no route served: what all agree on, or all that went wrong; the first is the cause. */
export function noRouteLeft({
  because,
  failures,
  candidates,
  retryAfterMs,
  costUSD,
}: NoRoute): Error {
  const [first] = failures
  const kinds = new Set(failures.map(({ error }) => routeFailure(error)))
  const [kind] = kinds
  if (first?.error instanceof Error && kinds.size === 1 && kind && aboutRequest.has(kind)) {
    return first.error
  }
  const refused = candidates.flatMap(({ route, refusal }) => (refusal ? [{ route, refusal }] : []))
  const lines = [
    ...failures.map(({ model, error }) => `- ${describe(model, error)}`),
    ...refused.map(({ route, refusal }) => `- ${route.model} was not asked: ${refusal.reason}`),
  ]
  const message = `${because}; mend one of these or add another model:\n${lines.join('\n')}`
  if (failures.length === 0) {
    const reasons = new Set(refused.map(({ refusal }) => refusal.why))
    const [why] = reasons.size === 1 ? reasons : []
    if (why === 'budget') return new BudgetExceededError(message)
    if (why === 'context') return new ContextWindowExceededError(message)
  }
  const errors: unknown[] = failures.map(({ error }) => error)
  for (const { refusal } of refused) if (refusal.error) errors.push(refusal.error)
  return new AllRoutesFailedError(message, {
    errors,
    ...(errors.length > 0 && { cause: errors[0] }),
    model: first?.model ?? candidates[0]?.route.model,
    retryAfterMs: retryAfterMs ?? soonest(errors),
    ...(costUSD > 0 && { costUSD }),
  })
}

/** A foreign message can hold a URL with a key; most of ours begin with the model. */
function describe(model: string, error: unknown): string {
  const text = OckhamError.is(error) ? error.message : `${errorCode(error)}, see \`errors\``
  return text.startsWith(model) ? text : `${model}: ${text}`
}

function soonest(errors: readonly unknown[]): number | undefined {
  const told = errors.flatMap((error) => (LMError.is(error) ? [error.retryAfterMs ?? -1] : []))
  const usable = told.filter((ms) => ms >= 0)
  return usable.length > 0 ? Math.min(...usable) : undefined
}
