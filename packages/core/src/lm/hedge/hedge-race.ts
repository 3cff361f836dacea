import { AbortError } from '../../errors/abort-error.ts'
import { ContentFilterError } from '../../errors/content-filter-error.ts'
import { Allowance } from '../attempts/allowance.ts'
import { allowanceUsedUp } from '../attempts/allowance-used-up.ts'
import { allRoutesFailed, type Route } from '../fallback/all-routes-failed.ts'
import { cleared } from '../fallback/cleared.ts'
import type { LM } from '../lm.ts'
import type { LMRequest } from '../lm-request.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { HedgeRunner } from './hedge-runner.ts'

/** Who showed the first content, and that. */
export interface HedgeLead {
  readonly winner: HedgeRunner
  readonly event: LMStreamEvent
}

/** The LMs that are asked for one request, each one when those before were silent for too long or failed. */
export class HedgeRace {
  readonly #request: LMRequest
  readonly #afterMs: number
  readonly #account: Allowance
  readonly #waiting: LM[]
  readonly #routes: Route[] = []
  readonly #runners = new Set<HedgeRunner>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #win: (lead: HedgeLead) => void = () => {}
  #lose: (error: unknown) => void = () => {}
  #interrupt: (error: unknown) => void = () => {}
  #decided = false
  readonly #abort = (): void => this.#interrupt(new AbortError(this.#request.signal?.reason))

  constructor(lms: readonly LM[], request: LMRequest, afterMs: number) {
    this.#request = request
    this.#afterMs = afterMs
    this.#account = (request.allowance ?? new Allowance()).within()
    this.#waiting = cleared(lms, request, this.#routes)
  }

  get spentUSD(): number {
    return this.#account.spentUSD
  }

  /** Runs until one shows content, and stops the others. Throws when none can. */
  async run(): Promise<HedgeLead> {
    if (this.#waiting.length === 0) throw allRoutesFailed(this.#routes, 'hedge')
    if (!this.#account.open) throw allowanceUsedUp(this.#account)
    // One listener for the whole race: adding one for each chunk would cost more than the chunk.
    this.#request.signal?.addEventListener('abort', this.#abort)
    const lead = await this.untilAborted(
      new Promise<HedgeLead>((resolve, reject) => {
        this.#win = resolve
        this.#lose = reject
        this.#startNext()
      }),
    )
    for (const runner of this.#runners) if (runner !== lead.winner) this.#stop(runner)
    return lead
  }

  /** What the promise gives, or `AbortError` at once when the caller's signal fires, however the LM takes that. */
  untilAborted<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this.#request
    if (!signal) return promise
    return new Promise<T>((resolve, reject) => {
      this.#interrupt = reject
      promise.then(resolve, reject)
      if (signal.aborted) this.#abort()
    })
  }

  /** Stops all that still runs. */
  close(): void {
    this.#decided = true
    clearTimeout(this.#timer)
    this.#request.signal?.removeEventListener('abort', this.#abort)
    for (const runner of this.#runners) this.#stop(runner)
  }

  #stop(runner: HedgeRunner): void {
    this.#runners.delete(runner)
    runner.stop(this.#request.signal?.reason)
  }

  #startNext(): void {
    clearTimeout(this.#timer)
    const lm = this.#waiting.shift()
    const lent = lm && this.#account.lend(this.#waiting.length > 0)
    if (!lent) {
      this.#waiting.length = 0
      return
    }
    void this.#follow(lm, lent)
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#startNext(), this.#afterMs)
  }

  async #follow(lm: LM, lent: Allowance): Promise<void> {
    let runner: HedgeRunner | undefined
    try {
      runner = new HedgeRunner(lm, this.#request, lent)
      this.#runners.add(runner)
      const event = await runner.firstContent()
      if (this.#decided) return
      this.#decided = true
      clearTimeout(this.#timer)
      this.#win({ winner: runner, event })
    } catch (error) {
      if (runner) this.#runners.delete(runner)
      if (!this.#decided) this.#failed(lm, error)
    }
  }

  #failed(lm: LM, error: unknown): void {
    this.#routes.push({ model: lm.model, error })
    if (ContentFilterError.is(error)) {
      this.#lose(error)
      return
    }
    this.#startNext()
    if (this.#runners.size === 0) this.#lose(allRoutesFailed(this.#routes, 'hedge'))
  }
}
