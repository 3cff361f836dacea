import {
  AllRoutesFailedError,
  BudgetExceededError,
  ContextWindowExceededError,
  LMError,
  OckhamError,
} from '@ockham/core'
import type { Candidate } from '../plan/candidate.ts'
import { errorCode } from '../plan/error-code.ts'
import { whyWaiting } from '../plan/why-waiting.ts'
import { type RouteFailure, routeFailure } from './route-failure.ts'
import type { Trial } from './trial.ts'

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
  readonly trials: readonly Trial[]
  /** Tokens of the request. */
  readonly tokens: number
  /** Milliseconds until a route can be asked again. */
  readonly retryAfterMs: number | undefined
  readonly costUSD: number
}

/** A route that was not asked, and the error for which it was not, if there is one. */
interface Unasked {
  readonly model: string
  readonly reason: string
  readonly error: unknown
}

/** These say what is wrong with the request, whoever is asked. */
const aboutRequest: ReadonlySet<RouteFailure> = new Set(['invalid', 'too-long', 'over-budget'])

/** The error of a request that no route served: what all agree on, or all that went wrong; the first is the cause. */
export function noRouteLeft(facts: NoRoute): Error {
  const { because, failures, candidates, costUSD } = facts
  const unasked = [...refusedOf(candidates), ...waitingOf(facts)]
  const lines = [
    ...failures.map(({ model, error }) => `- ${describe(model, error)}`),
    ...unasked.map(({ model, reason }) => `- ${model} was not asked: ${reason}`),
  ]
  const message = `${because}; mend one of these or add another model:\n${lines.join('\n')}`
  const agreed = agreedError(facts, message)
  if (agreed) return agreed
  const known = [...failures, ...unasked].map(({ error }) => error)
  const errors = known.filter((error) => error !== undefined)
  return new AllRoutesFailedError(message, {
    errors,
    ...(errors.length > 0 && { cause: errors[0] }),
    model: failures[0]?.model ?? candidates[0]?.route.model,
    retryAfterMs: facts.retryAfterMs ?? soonest(errors),
    ...(costUSD > 0 && { costUSD }),
  })
}

/** What all routes say about the request. */
function agreedError(
  { failures, candidates, trials }: NoRoute,
  message: string,
): Error | undefined {
  const [first] = failures
  const kinds = new Set(failures.map(({ error }) => routeFailure(error)))
  const [kind] = kinds.size === 1 ? kinds : []
  if (first) return kind && aboutRequest.has(kind) ? asError(first.error) : undefined
  const reasons = new Set(candidates.map(({ refusal }) => refusal?.why))
  const [why] = reasons.size === 1 && trials.length === 0 ? reasons : []
  if (why === 'budget') return new BudgetExceededError(message)
  return why === 'context' ? new ContextWindowExceededError(message) : undefined
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined
}

function refusedOf(candidates: readonly Candidate[]): Unasked[] {
  return candidates.flatMap(({ route: { model }, refusal }) =>
    refusal ? [{ model, reason: refusal.reason, error: refusal.error }] : [],
  )
}

/** Those that were left alone for what happened to earlier requests. */
function waitingOf({ trials, tokens }: NoRoute): Unasked[] {
  return trials.flatMap((trial) => {
    const { route } = trial.candidate
    const reason = trial.failures.length > 0 ? undefined : whyWaiting(route, tokens)
    if (reason === undefined) return []
    return [{ model: route.model, reason, error: route.deployment.vitals.lastFailure?.error }]
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
