import {
  Allowance,
  ContentFilterError,
  type LMAttempt,
  LMError,
  type LMPlan,
  LMRateLimitError,
  type LMRequest,
  type LMResponse,
  LMTimeoutError,
} from '@ockham/core'
import { lessonOf, recordFailure, recordLeft, recordSuccess } from '../health/record-outcome.ts'
import type { CallTimes } from '../health/vitals.ts'
import type { Candidate } from '../plan/candidate.ts'
import { errorCode } from '../plan/error-code.ts'
import { planOf } from '../plan/plan-of.ts'
import { rankCandidates } from '../plan/rank-candidates.ts'
import type { RouterSettings } from '../router-settings.ts'
import { RequestFacts } from '../rules/request-facts.ts'
import { type Admission, admit, admitNow, type Patience } from './admission.ts'
import { afterFailure } from './after-failure.ts'
import { Attempt, type AttemptEnds } from './attempt.ts'
import { attemptTimeouts } from './attempt-timeouts.ts'
import { type FailedCall, noRouteLeft } from './no-route-left.ts'
import { reactions } from './reaction.ts'
import { rest } from './rest.ts'
import { routeFailure } from './route-failure.ts'
import { throwIfAborted } from './throw-if-aborted.ts'
import type { Trial } from './trial.ts'
import { type Choice, Trials } from './trials.ts'

/** Without a deadline nobody waits longer than this, in all, for a route to become free. */
const longestRestMs = 30_000
/** A route that was given this long and did not answer is slow, whatever the deadline. */
const rushedMs = 10_000

/** One request on its way through a router: what was tried, what may still be, what it cost. */
export class RequestRun implements AttemptEnds {
  readonly request: LMRequest
  readonly #settings: RouterSettings
  readonly #startedAt: number = performance.now()
  readonly #allowance: Allowance
  readonly #facts: RequestFacts
  readonly #candidates: readonly Candidate[]
  readonly #trials: Trials
  readonly #log: LMAttempt[] = []
  readonly #failures: FailedCall[] = []
  #restedMs = 0
  #answer: { error: unknown } | undefined

  constructor(settings: RouterSettings, request: LMRequest) {
    const { attempts, deadlineMs, maxCostUSD, patienceMs } = settings
    this.request = request
    this.#settings = settings
    this.#allowance = (request.allowance ?? new Allowance()).within({
      attempts,
      deadlineMs,
      usd: maxCostUSD,
    })
    this.#facts = new RequestFacts(request)
    this.#candidates = rankCandidates(settings, this.#facts, this.#allowance.remainingUSD)
    this.#trials = new Trials(this.#candidates, this.#facts, patienceMs)
  }

  get hedgeAfterMs(): number {
    return this.#settings.hedgeAfterMs
  }

  /** Starts the next call as soon as a route can take it; throws when none will. */
  async start(streamed: boolean): Promise<Attempt> {
    for (;;) {
      throwIfAborted(this.request.signal)
      const choice = this.#allowance.open ? this.#trials.choose() : undefined
      if (!choice || choice.waitMs > this.#patienceMs()) throw this.#noRouteLeft(choice)
      const attempt =
        choice.waitMs > 0 && choice.for !== 'rate'
          ? await this.#rest(choice.waitMs)
          : await this.#begin(choice.trial, streamed)
      if (attempt) return attempt
    }
  }

  /** Starts a call at another route that is free; undefined when there is none. */
  async startBeside(first: Attempt, streamed: boolean): Promise<Attempt | undefined> {
    const trial = this.#trials.free(first.parts.trial)
    if (!trial || !this.#allowance.open) return undefined
    const admission = await admitNow(trial.candidate.route, this.#standing(0))
    return admission && this.#launch(trial, admission, streamed)
  }

  /** After a failed attempt: throws when the failure is the answer, or the caller has left. */
  goOn(): void {
    throwIfAborted(this.request.signal)
    if (this.#answer) throw this.#answer.error
  }

  /** The reply of an attempt with what all calls cost and how it came about. */
  settled(response: LMResponse, { parts: { trial } }: Attempt): LMResponse {
    trial.served = true
    const { spentUSD } = this.#allowance
    const { costUSD } = response
    const isKnown = costUSD !== null && costUSD !== undefined
    return {
      ...response,
      ...(isKnown && spentUSD > costUSD && { costUSD: spentUSD }),
      plan: this.plan(),
    }
  }

  plan(): LMPlan {
    return planOf({
      strategy: this.#settings.strategyName,
      candidates: this.#candidates,
      trials: this.#trials.all,
      next: this.#log.length === 0 ? this.#trials.choose()?.trial : undefined,
      tokens: this.#facts.totalTokens,
      attempts: this.#log,
    })
  }

  /** Why a reply will not do, if it will not. */
  refusalOf(response: LMResponse): LMError | undefined {
    if (this.#settings.onContentFilter === 'throw' || response.outputs.length === 0)
      return undefined
    if (response.outputs.some(({ finishReason }) => finishReason !== 'content_filter'))
      return undefined
    const { model, costUSD } = response
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
    const { route } = trial.candidate
    const reaction = reactions[routeFailure(error)]
    const code = errorCode(error)
    const costUSD = LMError.is(error) ? (error.costUSD ?? null) : null
    if (this.#isRushed(attempt, error)) recordLeft(admission)
    else recordFailure(admission, code, reaction)
    trial.failures.push(code)
    this.#failures.push({ model: route.model, error })
    if (reaction.uncalled) {
      admission.release({})
      lent.settle({ costUSD, cached: true })
    } else {
      admission.release(lessonOf(route, error, this.#settings.random))
      lent.settle({ costUSD })
      this.#note(attempt, code, costUSD)
    }
    const around = { trials: this.#trials, allowance: this.#allowance, settings: this.#settings }
    if (afterFailure(trial, error, around)) this.#answer = { error }
  }

  left(attempt: Attempt): void {
    const { admission, lent } = attempt.parts
    recordLeft(admission)
    admission.release({})
    lent.settle({ costUSD: null })
    this.#note(attempt, 'aborted', null)
  }

  /** Whether the request's deadline ended a call so soon that it says nothing about the route. */
  #isRushed({ startedAt }: Attempt, error: unknown): boolean {
    const isLate = LMTimeoutError.is(error) && this.#allowance.remainingMs <= 1
    return isLate && performance.now() - startedAt < rushedMs
  }

  async #rest(ms: number): Promise<undefined> {
    this.#restedMs += ms
    await rest(ms, this.request.signal)
    return undefined
  }

  async #begin(trial: Trial, streamed: boolean): Promise<Attempt | undefined> {
    const { route } = trial.candidate
    const since = performance.now()
    try {
      const admission = await admit(route, this.#standing(this.#patienceMs()))
      return admission && this.#launch(trial, admission, streamed)
    } catch (error) {
      if (!LMRateLimitError.is(error)) throw error
      // Nobody was asked: its own limits let no further call wait.
      trial.failures.push(error.code)
      this.#failures.push({ model: route.model, error })
      this.#trials.leave(trial, 'Its limits turned the call away.')
      return undefined
    } finally {
      this.#restedMs += performance.now() - since
    }
  }

  #launch(trial: Trial, admission: Admission, streamed: boolean): Attempt | undefined {
    const alternative = this.#allowance.remainingAttempts > 1 && this.#trials.hasOther(trial)
    const isLeft = this.request.signal?.aborted ?? false
    const lent = isLeft ? undefined : this.#allowance.lend(alternative)
    if (!lent) {
      recordLeft(admission)
      admission.release({})
      return undefined
    }
    trial.calls += 1
    const { remainingMs } = this.#allowance
    const timeouts = attemptTimeouts(trial.candidate.route, this.#facts, this.#settings.timeouts, {
      alternative,
      streamed,
      remainingMs,
    })
    return new Attempt({ trial, admission, lent, request: this.request, timeouts, ends: this })
  }

  #standing(maxWaitMs: number): Patience {
    const { signal } = this.request
    return { tokens: this.#facts.totalTokens, maxWaitMs, signal, breaker: this.#settings.breaker }
  }

  #patienceMs(): number {
    const { remainingMs } = this.#allowance
    return remainingMs === Number.POSITIVE_INFINITY
      ? Math.max(0, longestRestMs - this.#restedMs)
      : remainingMs
  }

  #note({ startedAt, parts: { trial } }: Attempt, outcome: string, costUSD: number | null): void {
    this.#log.push({
      model: trial.candidate.route.model,
      startedAtMs: startedAt - this.#startedAt,
      durationMs: performance.now() - startedAt,
      outcome,
      costUSD,
    })
  }

  #noRouteLeft(choice: Choice | undefined): unknown {
    return noRouteLeft({
      because: this.#whyOver(choice),
      failures: this.#failures,
      candidates: this.#candidates,
      retryAfterMs: choice?.waitMs,
      costUSD: this.#allowance.spentUSD,
    })
  }

  #whyOver(choice: Choice | undefined): string {
    if (choice) return 'No model can be asked soon enough'
    if (this.#allowance.remainingMs <= 0) return 'The time for the request is over'
    if (this.#allowance.remainingUSD <= 0) return 'The money for the request is spent'
    if (!this.#allowance.open) return 'The calls for the request are used up'
    return this.#failures.length > 0 ? 'Every model failed' : 'No model may serve the request'
  }
}
