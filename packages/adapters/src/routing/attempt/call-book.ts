import {
  ContentFilterError,
  type LMAttempt,
  LMError,
  type LMRateLimitError,
  type LMResponse,
  LMTimeoutError,
} from '@ockham/core'
import { lessonOf, recordFailure, recordLeft, recordSuccess } from '../health/record-outcome.ts'
import type { CallTimes } from '../health/vitals.ts'
import { errorCode } from '../plan/error-code.ts'
import { afterFailure, type Surroundings } from './after-failure.ts'
import type { Attempt, AttemptEnds } from './attempt.ts'
import type { FailedCall } from './no-route-left.ts'
import { reactions } from './reaction.ts'
import { routeFailure } from './route-failure.ts'
import type { Trial } from './trial.ts'

/** A route that was given this long and did not answer is slow, whatever the deadline. */
const rushedMs = 10_000

/** Books how the calls of one request end: for its plan, its money and the health of the routes. */
export class CallBook implements AttemptEnds {
  readonly startedAt: number = performance.now()
  readonly attempts: LMAttempt[] = []
  readonly failures: FailedCall[] = []
  readonly #around: Surroundings
  #answer: { readonly error: unknown } | undefined

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** The failure that is the request's answer, once there is one. */
  get answer(): { readonly error: unknown } | undefined {
    return this.#answer
  }

  /** Why a reply will not do, if it will not. */
  refusalOf({ outputs, model, costUSD }: LMResponse): LMError | undefined {
    if (this.#around.settings.onContentFilter === 'throw' || outputs.length === 0) return undefined
    if (outputs.some(({ finishReason }) => finishReason !== 'content_filter')) return undefined
    const message = `${model}: the reply was blocked by the provider's content filter.`
    return new ContentFilterError(message, { model, costUSD: costUSD ?? undefined })
  }

  replied(attempt: Attempt, response: LMResponse, times: CallTimes): void {
    const { admission, lent } = attempt.parts
    recordSuccess(admission, response, times)
    admission.release({ response })
    lent.settle(response)
    this.#note(attempt, 'ok', response.costUSD ?? null)
  }

  failed(attempt: Attempt, error: unknown): void {
    const { trial, admission, lent } = attempt.parts
    const reaction = reactions[routeFailure(error)]
    const code = errorCode(error)
    const costUSD = LMError.is(error) ? (error.costUSD ?? null) : null
    if (this.#isRushed(attempt, error)) recordLeft(admission)
    else recordFailure(admission, error, reaction)
    trial.failures.push(code)
    this.failures.push({ model: attempt.model, error })
    if (reaction.uncalled) {
      admission.release({})
      lent.settle({ costUSD, cached: true })
    } else {
      const { random } = this.#around.settings
      admission.release(lessonOf(trial.candidate.route, error, random))
      lent.settle({ costUSD })
      this.#note(attempt, code, costUSD)
    }
    if (afterFailure(trial, error, this.#around)) this.#answer = { error }
  }

  left(attempt: Attempt): void {
    const { admission, lent } = attempt.parts
    recordLeft(admission)
    admission.release({})
    lent.settle({ costUSD: null })
    this.#note(attempt, 'aborted', null)
  }

  /** The limits of a route let no further call wait; nobody was asked. */
  turnedAway(trial: Trial, error: LMRateLimitError): void {
    trial.failures.push(error.code)
    this.failures.push({ model: trial.candidate.route.model, error })
    this.#around.trials.leave(trial, 'Its limits turned the call away.')
  }

  /** Whether the request's deadline ended a call so soon that it says nothing about the route. */
  #isRushed({ startedAt }: Attempt, error: unknown): boolean {
    const isLate = LMTimeoutError.is(error) && this.#around.allowance.remainingMs <= 1
    return isLate && performance.now() - startedAt < rushedMs
  }

  #note({ startedAt, model }: Attempt, outcome: string, costUSD: number | null): void {
    const durationMs = performance.now() - startedAt
    this.attempts.push({
      model,
      startedAtMs: startedAt - this.startedAt,
      durationMs,
      outcome,
      costUSD,
    })
  }
}
