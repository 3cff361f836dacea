import type { BudgetLedger } from '../budget/budget-ledger.ts'
import type { CallRecord } from '../budget/call-record.ts'
import { type Spend, spendOf } from '../budget/spend.ts'

/** How many evaluations a run may make, and how many of them are kept back for its end. */
export class EvaluationLimit {
  private readonly ledger: BudgetLedger
  private held = 0
  private count = 0
  private total: Spend = { calls: 0, usd: 0 }
  /** In all, from the first on. */
  most: number = Number.POSITIVE_INFINITY
  /** Whether one was refused. */
  isReached = false
  /** The most calls and the most dollars that an evaluation has used so far. */
  dearest: Spend | undefined

  constructor(ledger: BudgetLedger) {
    this.ledger = ledger
  }

  /** Allows this many in all. */
  allow(most: number): void {
    this.most = most
    this.isReached = false
  }

  /** Keeps back so many; what they may cost is judged by the mean so far. */
  hold(count: number): void {
    this.held = count
  }

  /** Lets those begin that were kept back. */
  release(): void {
    this.held = 0
    this.isReached = false
  }

  /** Learns what an evaluation has used. */
  saw(calls: readonly CallRecord[]): void {
    const own = spendOf(calls)
    const { dearest = own, total } = this
    this.dearest = {
      calls: Math.max(dearest.calls, own.calls),
      usd: Math.max(dearest.usd, own.usd),
    }
    this.count += 1
    this.total = { calls: total.calls + own.calls, usd: total.usd + own.usd }
  }

  /** Of so many that are wanted when others are done, those that may begin. */
  admit(wanted: number, done: number): number {
    const { calls, usd } = this.total
    const mean = { calls: calls / this.count, usd: usd / this.count }
    const isHeld = this.held > 0 && this.count > 0
    const affordable = isHeld ? this.ledger.affordable(mean, 1) : Number.POSITIVE_INFINITY
    const room = Math.max(0, Math.min(this.most - done, affordable) - this.held)
    if (wanted > room) this.isReached = true
    return Math.min(wanted, room)
  }
}
