import { ContentFilterError } from '../../errors/content-filter-error.ts'
import { OckhamError } from '../../errors/ockham-error.ts'
import { Allowance } from '../attempts/allowance.ts'
import { allowanceUsedUp } from '../attempts/allowance-used-up.ts'
import { askOnce } from '../attempts/ask-once.ts'
import { maySee } from '../attempts/may-see.ts'
import { throwIfAborted } from '../attempts/throw-if-aborted.ts'
import { allRoutesFailed, type Route } from '../fallback/all-routes-failed.ts'
import { cleared, notCleared } from '../fallback/cleared.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMResponse } from '../lm-response.ts'
import { CascadeLog } from './cascade-log.ts'
import type { ResolvedCascadeOptions } from './cascade-options.ts'
import type { CascadeCounter } from './cascade-stats.ts'
import type { Judgement } from './confidence.ts'

/** One request on its way up a cascade. */
export class CascadeRun {
  readonly #options: ResolvedCascadeOptions
  readonly #request: LMRequest
  readonly #counter: CascadeCounter
  readonly #account: Allowance
  readonly #log: CascadeLog
  readonly #routes: Route[] = []
  #ended = false
  /** The LMs that may see the request, cheapest first. */
  readonly #tiers: readonly LM[]
  #unsure: { lm: LM; response: LMResponse; confidence: number } | undefined

  constructor(
    lms: readonly LM[],
    request: LMRequest,
    options: ResolvedCascadeOptions,
    counter: CascadeCounter,
  ) {
    throwIfAborted(request.signal)
    this.#options = options
    this.#request = request
    this.#counter = counter
    this.#account = (request.allowance ?? new Allowance()).within()
    const { lms: judges = [] } = options.confidence
    this.#log = new CascadeLog(lms, judges)
    this.#tiers = cleared(lms, request, this.#routes)
    for (const lm of lms) if (!this.#tiers.includes(lm)) this.#log.tell(lm, 'refused', notCleared)
    counter.began()
  }

  /** The LM that is asked when none before was sure; undefined when no LM may see the request. */
  get last(): LM | undefined {
    return this.#tiers.at(-1)
  }

  /** Asks all LMs but the last, in turn, until a reply is accepted; undefined when none was. */
  async climb(): Promise<LMResponse | undefined> {
    for (const lm of this.#tiers.slice(0, -1)) {
      const request = this.#options.confidence.prepare?.(this.#request, lm) ?? this.#request
      const lent = this.lend(true)
      if (!lent) return undefined
      try {
        const response = await this.#ask(lm, request, lent)
        const { confidence, ...judged } = await this.#judge(lm, request, response)
        if (confidence >= this.#options.threshold) {
          return this.accept(lm, judged.response, judged.reason, confidence)
        }
        this.#setAside(lm, judged.response, judged.reason, confidence)
      } catch (error) {
        this.failed(lm, error)
      }
      if (lm === this.#tiers[0]) this.#counter.escalated()
    }
    return undefined
  }

  /** An attempt of the request's allowance; undefined when none is left. */
  lend(hasNext: boolean): Allowance | undefined {
    return this.#account.lend(hasNext)
  }

  /** Asks the last LM: its reply is accepted as it is, and when there is none the best one before. */
  async askLast(): Promise<LMResponse> {
    const { last } = this
    const lent = last && this.lend(false)
    if (!lent) return this.giveUp()
    try {
      return this.acceptLast(last, await this.#ask(last, this.#request, lent))
    } catch (error) {
      this.failed(last, error)
      return this.giveUp()
    }
  }

  /** Notes a call that is made by the caller, such as a stream. */
  began(lm: LM): ReturnType<CascadeLog['began']> {
    return this.#log.began(lm)
  }

  acceptLast(lm: LM, response: LMResponse): LMResponse {
    this.#counter.askedLast(response.cached ? null : response.costUSD)
    return this.accept(lm, response, 'the last LM is always accepted')
  }

  accept(lm: LM, response: LMResponse, reason: string, score?: number): LMResponse {
    this.#log.tell(lm, 'chosen', reason, score)
    this.#end(true)
    return this.#log.sign(response, this.#account.spentUSD)
  }

  /** Notes that an LM failed. Throws what must not be routed around: an abort, a content filter. */
  failed(lm: LM, error: unknown): void {
    throwIfAborted(this.#request.signal)
    this.#log.tell(lm, 'failed', reasonOf(error))
    this.#routes.push({ model: lm.model, error })
    if (ContentFilterError.is(error)) throw error
  }

  /** The best reply that was not accepted; throws why there is none, or why it is not enough. */
  giveUp(): LMResponse {
    const held = this.#unsure
    if (held && this.#options.onUnsure === 'accept') {
      const reason = 'no later LM replied, and of the replies there are it was the surest'
      return this.accept(held.lm, held.response, reason, held.confidence)
    }
    if (this.#routes.some((route) => 'error' in route) || this.#tiers.length === 0) {
      throw allRoutesFailed(this.#routes, 'cascade')
    }
    throw allowanceUsedUp(this.#account)
  }

  /** Counts what was spent for nothing, unless a reply was accepted. */
  lost(): void {
    this.#end(false)
  }

  #end(served: boolean): void {
    if (this.#ended) return
    this.#ended = true
    this.#counter.ended(this.#account.spentUSD, served)
  }

  async #ask(lm: LM, request: LMRequest, lent: Allowance): Promise<LMResponse> {
    const call = this.#log.began(lm)
    try {
      const response = await askOnce(lm, request, lent)
      call.replied(response)
      return response
    } catch (error) {
      call.failed(error)
      throw error
    }
  }

  async #judge(lm: LM, request: LMRequest, response: LMResponse): Promise<Required<Judgement>> {
    const ask = (again: LMRequest, other = lm): Promise<LMResponse> =>
      other === lm ? this.#askAgain(lm, again) : this.#askJudge(other, again)
    const { threshold, confidence } = this.#options
    try {
      const judged = await confidence.judge({ request, response, lm, ask })
      // What is not a number is no confidence.
      const sure = Number.isNaN(judged.confidence) ? 0 : judged.confidence
      const reason = `${judged.reason ?? 'confidence'}: ${Number(sure.toPrecision(3))} of ${threshold}`
      return { confidence: sure, response: judged.response ?? response, reason }
    } catch (error) {
      throwIfAborted(request.signal)
      const name = error instanceof Error ? error.name : typeof error
      return { confidence: 0, response, reason: `judging it failed with ${name}` }
    }
  }

  async #askAgain(lm: LM, request: LMRequest): Promise<LMResponse> {
    const lent = this.lend(true)
    if (!lent) throw allowanceUsedUp(this.#account)
    return this.#ask(lm, request, lent)
  }

  /** Asks an LM whose reply is not for the caller. */
  async #askJudge(lm: LM, request: LMRequest): Promise<LMResponse> {
    if (!maySee(lm, request)) {
      this.#log.tell(lm, 'refused', notCleared)
      throw allRoutesFailed([{ model: lm.model, refused: notCleared }], 'cascade')
    }
    try {
      const response = await this.#askAgain(lm, request)
      this.#log.tell(lm, 'standby', 'its reply was there to judge another by')
      return response
    } catch (error) {
      this.#log.tell(lm, 'failed', reasonOf(error))
      throw error
    }
  }

  #setAside(lm: LM, response: LMResponse, reason: string, confidence: number): void {
    this.#log.tell(lm, 'failed', reason, confidence)
    if (confidence < (this.#unsure?.confidence ?? 0)) return
    this.#unsure = { lm, response, confidence }
  }
}

function reasonOf(error: unknown): string {
  return OckhamError.is(error) ? error.message : 'threw an error that is not ours'
}
