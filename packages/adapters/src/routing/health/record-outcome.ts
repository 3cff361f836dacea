import { type CallOutcome, LMError, LMRateLimitError, type LMResponse } from '@ockham/core'
import { recordSpeed } from '../../catalog/speed/record-speed.ts'
import type { Reaction } from '../attempt/reaction.ts'
import type { BreakerPass } from '../breaker/breaker-pass.ts'
import { errorCode } from '../plan/error-code.ts'
import type { Route } from '../route/route.ts'
import { accountBreakerOptions, shutAccount } from './accounts.ts'
import type { CallTimes } from './vitals.ts'

const firstBackoffMs = 500
const longestBackoffMs = 8_000
/** A model that a provider does not know it will not know within the minute. */
const goneMs = 60_000
/** The status by which some vendors say that they have too many calls. */
const overloaded = 529

/** A route that is being asked, and the right to ask it. */
export interface Asked {
  readonly route: Route
  readonly pass: BreakerPass
  /** Only while the account was shut, and this call finds out whether it still is. */
  readonly accountPass: BreakerPass | undefined
}

/** The route replied. */
export function recordSuccess(asked: Asked, response: LMResponse, times: CallTimes): void {
  const { deployment } = asked.route
  deployment.rateLimited = 0
  const tokensPerSecond = deployment.vitals.succeeded(response, times)
  if (tokensPerSecond !== undefined) {
    // What was not measured is left out as no number.
    const { firstTokenMs = Number.NaN } = times
    recordSpeed(asked.route.model, { firstTokenMs, tokensPerSecond })
  }
  asked.pass.succeeded()
  asked.accountPass?.succeeded()
}

/** The route failed. */
export function recordFailure(asked: Asked, error: unknown, { health }: Reaction): void {
  const { route, pass, accountPass } = asked
  const { deployment } = route
  if (health === 'answered') {
    pass.succeeded()
    accountPass?.succeeded()
  } else if (health !== 'none') {
    deployment.vitals.failed(error, errorCode(error))
  }
  if (health === 'failed') pass.failed()
  if (health === 'account') {
    accountPass?.failed()
    if (!shutAccount(route.lm)) deployment.breaker.shut(accountBreakerOptions.openMs)
  }
  if (health === 'gone') deployment.breaker.shut(goneMs)
  recordLeft(asked)
}

/** The call was left before it told anything. */
export function recordLeft({ pass, accountPass }: Asked): void {
  pass.left()
  accountPass?.left()
}

/**
 * What the governors learn from a failure. A refusal for the rate that names no time gets one, so that all
 * callers back off and not this one alone. Of failures that name no limit the circuit takes care.
 */
export function lessonOf(route: Route, error: unknown, random: () => number): CallOutcome {
  if (!LMError.is(error)) return {}
  const { message, rateLimits, retryAfterMs, status } = error
  if (!LMRateLimitError.is(error)) {
    return retryAfterMs !== undefined || status === overloaded ? { error } : {}
  }
  const { deployment } = route
  deployment.rateLimited += 1
  if (retryAfterMs !== undefined) return { error }
  const doublings = Math.min(deployment.rateLimited - 1, 10)
  const ceilingMs = Math.min(longestBackoffMs, firstBackoffMs * 2 ** doublings)
  return {
    error: new LMRateLimitError(message, { retryAfterMs: random() * ceilingMs, rateLimits }),
  }
}
