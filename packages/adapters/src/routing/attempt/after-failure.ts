import { type Allowance, LMError } from '@ockham/core'
import type { RouterSettings } from '../router-settings.ts'
import { reactions } from './reaction.ts'
import { type RouteFailure, routeFailure } from './route-failure.ts'
import type { Trial } from './trial.ts'
import type { Trials } from './trials.ts'

const firstDelayMs = 500
const longestDelayMs = 8_000

/** What decides about a further call. */
export interface Surroundings {
  readonly trials: Trials
  readonly allowance: Allowance
  readonly settings: RouterSettings
}

/** Leaves, repeats or postpones a route that failed; true when the error is the request's answer. */
export function afterFailure(trial: Trial, error: unknown, around: Surroundings): boolean {
  const { trials, settings } = around
  const failure = routeFailure(error)
  const { bars } = reactions[failure]
  const step = stepAfter(trial, failure, around)
  if (step === 'throw') return true
  // As long as it was told, its governor keeps everybody away from it; what no wait mends is left all the same.
  const canWait = step !== 'next' || failure === 'broken'
  if (step === 'later' || (canWait && toldWait(error) > 0)) return false
  if (step === 'next' || !mayRepeat(trial, failure, around)) {
    trials.leave(trial, 'It failed.', bars)
    return false
  }
  const ceilingMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (trial.calls - 1))
  const isFirst = trial.calls === 1
  trials.repeat(trial, step === 'again' && isFirst ? 0 : settings.random() * ceilingMs)
  return false
}

function stepAfter(trial: Trial, failure: RouteFailure, { trials, settings }: Surroundings) {
  if (failure === 'filtered' && settings.onContentFilter === 'next') return 'next'
  // Half a reply is asked for again only where nobody else can be asked.
  if (failure === 'cut' && !trials.hasOther(trial)) return 'soon'
  return reactions[failure].step
}

function mayRepeat(
  trial: Trial,
  failure: RouteFailure,
  { trials, allowance, settings: { retryBudget } }: Surroundings,
): boolean {
  // A reply outside the protocol may be a hiccup once; twice it is how this server is.
  const once = failure === 'strange' || trials.hasOther(trial) || allowance.alternative
  if (once && trial.calls > 1) return false
  // Each of the others is to have its turn, those of a router around this one too.
  const others = trials.countUntried(trial) + Number(allowance.alternative)
  if (allowance.remainingAttempts <= others) return false
  return allowance.remainingRetries >= 1 && retryBudget.take() && allowance.takeRetry()
}

function toldWait(error: unknown): number {
  return LMError.is(error) ? (error.retryAfterMs ?? 0) : 0
}
