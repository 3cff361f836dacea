import {
  BudgetExceededError,
  type LM,
  type LMRequest,
  type LMResponse,
  OptionError,
} from '@ockham/core'
import { largestShare, shareOf } from '../progress/largest-share.ts'
import { AdmissionQueue } from './admission-queue.ts'
import type { CallRecord } from './call-record.ts'
import { type CompileBudget, resolveBudget } from './compile-budget.ts'
import { CostBounds } from './cost-bounds.ts'
import { costOfFailure } from './cost-of-failure.ts'
import { DollarSum } from './dollar-sum.ts'
import { recordCall } from './record-call.ts'
import { serviceOf } from './service-of.ts'
import type { Spend } from './spend.ts'

/** A call that may be made: end it once, with `settle` or with `fail`. */
export interface Reservation {
  readonly model: string
  /** US dollars that no other call can have meanwhile. */
  readonly setAside: number
  /** US dollars the call can cost; undefined when not known. */
  readonly bound: number | undefined
}

// Tasks to come may cost this many times the dearest one so far.
const usualCaution = 2
// What adding up dollars may be off by, as a part of the limit.
const rounding = 1e-9

/**
 * Keeps LM calls within a budget. What a call can cost is set aside before it is made. One that does not
 * fit waits for those under way; when there are none, it is refused, and so is every call after it.
 */
export class BudgetLedger {
  private readonly limits: Required<CompileBudget>
  private readonly bounds = new CostBounds()
  private readonly queue: AdmissionQueue<{ lm: LM; request: LMRequest }, Reservation>
  private underWay = 0
  private setAside = 0
  // Calls end in any order, and what is reported must not depend on it.
  private readonly spentSum = new DollarSum()
  private unpricedCalls = 0
  /** LM calls that were made. */
  calls = 0
  /** Why no more calls are allowed: the budget is used up, or cannot be kept. */
  refusal: BudgetExceededError | OptionError | undefined

  constructor(budget: CompileBudget | undefined) {
    this.limits = resolveBudget(budget)
    this.queue = new AdmissionQueue(({ lm, request }) => this.admit(lm, request))
  }

  /** US dollars spent; null when the price of a call is not known. */
  get costUSD(): number | null {
    return this.unpricedCalls > 0 ? null : this.spentUSD
  }

  private get spentUSD(): number {
    return this.spentSum.usd
  }

  /** Whether there is a limit to keep. */
  get isLimited(): boolean {
    const { usd, calls } = this.limits
    return Math.min(usd, calls) < Number.POSITIVE_INFINITY
  }

  /** How much of the budget is used, from 0 to 1; undefined where there is no limit. */
  get share(): number | undefined {
    const { usd, calls } = this.limits
    return largestShare(shareOf(this.spentUSD, usd), shareOf(this.calls, calls))
  }

  /** Waits until the call may be made; throws `BudgetExceededError`, `OptionError` or `AbortError`. */
  reserve(lm: LM, request: LMRequest): Promise<Reservation> {
    return this.queue.enter({ lm, request }, request.signal)
  }

  /** Ends a call that was answered. Throws `OptionError` when dollars are limited and its cost is not known. */
  settle(reservation: Reservation, response: LMResponse): void {
    const { model, bound = null } = reservation
    const { cached = false, costUSD } = response
    this.add({ model, cached, costUSD: costUSD ?? null, bound, ...serviceOf(model, response) })
    this.release(reservation)
    if (OptionError.is(this.refusal)) throw this.refusal
  }

  /** Ends a call that failed. */
  fail(reservation: Reservation, error: unknown): void {
    const { model, bound = null } = reservation
    const wasMade = !BudgetExceededError.is(error)
    const costUSD = costOfFailure(error, bound ?? 0)
    if (wasMade || costUSD > 0) {
      this.add({ model, cached: !wasMade, costUSD, bound, failed: true })
    }
    this.release(reservation)
  }

  /** Counts calls that were made before, by a run that this one resumes. */
  replay(calls: readonly CallRecord[]): void {
    for (const call of calls) {
      if (call.bound !== null) this.bounds.saw(call.bound)
      this.count(call)
    }
  }

  /** Counts what another run has used that this one pays for; what has no known price may have cost all there was. */
  charge({ calls, costUSD }: { calls: number; costUSD: number | null }): void {
    const { usd } = this.limits
    this.calls += calls
    if (costUSD === null) this.unpricedCalls += 1
    this.spentSum.add(costUSD ?? (usd < Number.POSITIVE_INFINITY ? usd : 0))
  }

  private add(call: CallRecord): void {
    this.count(call)
    recordCall(call)
  }

  private count({ model, cached, costUSD, bound, failed = false }: CallRecord): void {
    if (!cached) this.calls += 1
    if (costUSD !== null) {
      this.spentSum.add(costUSD)
      if (!cached && !failed) this.bounds.learn(model, costUSD)
      return
    }
    this.unpricedCalls += 1
    this.spentSum.add(bound ?? 0)
    if (bound === null && this.limits.usd < Number.POSITIVE_INFINITY) this.refuse(unpriced(model))
  }

  /** How many tasks what is left surely pays for, if each costs `caution` times the dearest one so far. */
  affordable(dearest: Spend | undefined, caution: number = usualCaution): number {
    const { usd, calls } = this.limits
    if (!this.isLimited) return Number.POSITIVE_INFINITY
    if (dearest === undefined) return 0
    const usdLeft = usd - this.spentUSD - this.bounds.largest
    return Math.min(
      tasksFor(calls - this.calls, caution * dearest.calls),
      tasksFor(usdLeft, caution * dearest.usd),
    )
  }

  /** Allows no more calls, for this reason unless there was one before. */
  refuse(reason: BudgetExceededError | OptionError): void {
    this.refusal ??= reason
    this.queue.serve()
  }

  private release({ setAside }: Reservation): void {
    this.underWay -= 1
    this.setAside -= setAside
    this.queue.serve()
  }

  private admit(lm: LM, request: LMRequest): Reservation | undefined {
    if (this.refusal) throw this.refusal
    const { usd } = this.limits
    const isPaid = usd < Number.POSITIVE_INFINITY
    // Without a limit it only says what a failure may have cost.
    const bound = isPaid ? this.bounds.of(lm, request) : (lm.maxCostUSD?.(request) ?? undefined)
    const free = usd - this.spentUSD - this.setAside
    const setAside = isPaid ? (bound ?? this.all(free)) : 0
    const fits =
      setAside <= free + rounding * usd && this.calls + this.underWay + 1 <= this.limits.calls
    if (!fits && this.underWay > 0) return undefined
    if (!fits) {
      this.refusal = this.exceeded(lm.model)
      throw this.refusal
    }
    this.underWay += 1
    this.setAside += setAside
    return { model: lm.model, setAside, bound }
  }

  /** The first call of a model whose cost nobody knows has all that is left, and runs alone. */
  private all(free: number): number {
    return this.underWay === 0 && free > 0 ? free : Number.POSITIVE_INFINITY
  }

  private exceeded(model: string): BudgetExceededError {
    const { usd, calls } = this.limits
    const limits = [
      ...(calls < Number.POSITIVE_INFINITY ? [`${calls} calls`] : []),
      ...(usd < Number.POSITIVE_INFINITY ? [`$${usd}`] : []),
    ]
    return new BudgetExceededError(
      `Another call of ${model} could exceed the budget of ${limits.join(' and ')}: ${this.calls} calls ` +
        `and $${this.spentUSD} are used. Raise \`budget\` to go further.`,
    )
  }
}

function tasksFor(left: number, each: number): number {
  if (left < 0) return 0
  return each === 0 ? Number.POSITIVE_INFINITY : Math.floor(left / each)
}

function unpriced(model: string): OptionError {
  return new OptionError(
    'budget.usd',
    `cannot be kept: ${model} does not tell what its calls cost. Give it a price, or limit \`budget.calls\` instead.`,
  )
}
