import {
  Allowance,
  type LMPlan,
  LMRateLimitError,
  type LMRequest,
  type LMResponse,
} from '@ockham/core'
import { recordLeft } from '../health/record-outcome.ts'
import type { Candidate } from '../plan/candidate.ts'
import { planOf } from '../plan/plan-of.ts'
import { rankCandidates } from '../plan/rank-candidates.ts'
import type { RouterSettings } from '../router-settings.ts'
import { RequestFacts } from '../rules/request-facts.ts'
import { type Admission, admit, admitNow, type Patience } from './admission.ts'
import { Attempt } from './attempt.ts'
import { attemptTimeouts } from './attempt-timeouts.ts'
import { CallBook } from './call-book.ts'
import { noRouteLeft } from './no-route-left.ts'
import { rest } from './rest.ts'
import { throwIfAborted } from './throw-if-aborted.ts'
import type { Trial } from './trial.ts'
import { type Choice, Trials } from './trials.ts'

/** Without a deadline nobody waits longer than this, in all, for a circuit to close. */
const longestRestMs = 30_000

/** One request on its way through a router: which routes are left, what it may still spend. */
export class RequestRun {
  readonly request: LMRequest
  readonly #settings: RouterSettings
  readonly #allowance: Allowance
  readonly #facts: RequestFacts
  readonly #candidates: readonly Candidate[]
  readonly #trials: Trials
  readonly #book: CallBook
  #restedMs = 0

  constructor(settings: RouterSettings, request: LMRequest) {
    const { attempts, deadlineMs, maxCostUSD: usd, patienceMs } = settings
    this.request = request
    this.#settings = settings
    this.#allowance = (request.allowance ?? new Allowance()).within({ attempts, deadlineMs, usd })
    this.#facts = new RequestFacts(request)
    this.#candidates = rankCandidates(settings, this.#facts, this.#allowance.remainingUSD)
    this.#trials = new Trials(this.#candidates, this.#facts, patienceMs)
    this.#book = new CallBook({ trials: this.#trials, allowance: this.#allowance, settings })
  }

  get hedgeAfterMs(): number {
    return this.#settings.hedgeAfterMs
  }

  /** Starts the next call as soon as a route can take it; throws when none will. */
  async start(streamed: boolean): Promise<Attempt> {
    for (;;) {
      throwIfAborted(this.request.signal)
      const choice = this.#allowance.open ? this.#trials.choose() : undefined
      if (!choice || !this.#canWaitFor(choice)) throw this.#noRouteLeft(choice)
      const isFree = choice.waitMs === 0 || choice.for === 'rate'
      const attempt = isFree ? await this.#begin(choice.trial, streamed) : await this.#rest(choice)
      if (attempt) return attempt
    }
  }

  /** Starts a call at another route that is free; undefined when there is none. */
  async startBeside(first: Attempt, streamed: boolean): Promise<Attempt | undefined> {
    const trial = this.#trials.free(first.parts.trial)
    if (!trial || !this.#allowance.open) return undefined
    const admission = await admitNow(trial.candidate.route, this.#patience())
    return admission && this.#launch(trial, admission, streamed)
  }

  /** After a failed attempt: throws when the failure is the answer, or the caller has left. */
  goOn(): void {
    throwIfAborted(this.request.signal)
    if (this.#book.answer) throw this.#book.answer.error
  }

  /** The reply of an attempt with what all calls cost and how it came about. */
  settled(response: LMResponse, { parts: { trial } }: Attempt): LMResponse {
    trial.served = true
    const { spentUSD } = this.#allowance
    const { costUSD } = response
    const isKnown = costUSD !== null && costUSD !== undefined
    const isMore = isKnown && spentUSD > costUSD
    return { ...response, ...(isMore && { costUSD: spentUSD }), plan: this.plan() }
  }

  plan(): LMPlan {
    const { attempts } = this.#book
    return planOf({
      strategy: this.#settings.strategyName,
      candidates: this.#candidates,
      trials: this.#trials.all,
      next: attempts.length === 0 ? this.#trials.choose()?.trial : undefined,
      tokens: this.#facts.totalTokens,
      attempts,
    })
  }

  async #rest({ waitMs }: Choice): Promise<undefined> {
    this.#restedMs += waitMs
    await rest(waitMs, this.request.signal)
    return undefined
  }

  async #begin(trial: Trial, streamed: boolean): Promise<Attempt | undefined> {
    try {
      const admission = await admit(trial.candidate.route, this.#patience())
      return admission && this.#launch(trial, admission, streamed)
    } catch (error) {
      if (!LMRateLimitError.is(error)) throw error
      this.#book.turnedAway(trial, error)
      return undefined
    }
  }

  #launch(trial: Trial, admission: Admission, streamed: boolean): Attempt | undefined {
    const allowance = this.#allowance
    const alternative = allowance.remainingAttempts > 1 && this.#trials.hasOther(trial)
    const isAborted = this.request.signal?.aborted ?? false
    const lent = isAborted ? undefined : allowance.lend(alternative)
    if (!lent) {
      recordLeft(admission)
      admission.release({})
      return undefined
    }
    trial.calls += 1
    const setting = { alternative, streamed, remainingMs: allowance.remainingMs }
    const given = this.#settings.timeouts
    const timeouts = attemptTimeouts(trial.candidate.route, this.#facts, given, setting)
    const { request } = this
    return new Attempt({ trial, admission, lent, request, timeouts, ends: this.#book })
  }

  #patience(): Patience {
    return {
      tokens: this.#facts.totalTokens,
      maxWaitMs: this.#allowance.remainingMs,
      signal: this.request.signal,
      breaker: this.#settings.breaker,
    }
  }

  /** In a line one may stand as long as the limits allow; a circuit is waited for within reason. */
  #canWaitFor(choice: Choice): boolean {
    if (this.#allowance.alternative && isOrderedWait(choice)) return false
    if (choice.waitMs === 0 || choice.for === 'rate') return true
    const { remainingMs } = this.#allowance
    const hasDeadline = remainingMs < Number.POSITIVE_INFINITY
    const restMs = hasDeadline ? remainingMs : longestRestMs - this.#restedMs
    return choice.for !== 'shut' && choice.waitMs <= restMs
  }

  #noRouteLeft(choice: Choice | undefined): Error {
    return noRouteLeft({
      because: this.#whyOver(choice),
      failures: this.#book.failures,
      candidates: this.#candidates,
      trials: this.#trials.all,
      tokens: this.#facts.totalTokens,
      retryAfterMs: choice?.waitMs,
      costUSD: this.#allowance.spentUSD,
    })
  }

  #whyOver(choice: Choice | undefined): string {
    if (choice) return 'No model can be asked soon enough'
    if (this.#allowance.remainingMs <= 0) return 'The time for the request is over'
    if (this.#allowance.remainingUSD <= 0) return 'The money for the request is spent'
    if (!this.#allowance.open) return 'The calls for the request are used up'
    return this.#book.failures.length > 0 ? 'Every model failed' : 'No model may serve the request'
  }
}

/** Whether it is not only for its turn, so that another LM around the router should be asked instead. */
function isOrderedWait({ waitMs, for: reason, trial }: Choice): boolean {
  if (waitMs === 0) return false
  const isPaused = trial.candidate.route.deployment.governor.pauseMs > 0
  return reason === 'circuit' || (reason === 'rate' && isPaused)
}
