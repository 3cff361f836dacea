import type { BudgetLimits } from './budget-options.ts'

/** An amount of each thing that a budget counts. */
export type BudgetAmount = Readonly<Record<'usd' | 'tokens' | 'calls', number>>

const names = ['usd', 'tokens', 'calls'] as const

/** What was spent of one set of limits, and what is set aside for calls under way. */
export class Ledger {
  /** What errors call it. */
  readonly name: string
  readonly #limits: Required<BudgetLimits>
  #spent: BudgetAmount = { usd: 0, tokens: 0, calls: 0 }
  #reserved: BudgetAmount = { usd: 0, tokens: 0, calls: 0 }

  constructor(name: string, limits: Required<BudgetLimits>) {
    this.name = name
    this.#limits = limits
  }

  get spent(): BudgetAmount {
    return this.#spent
  }

  /** What is neither spent nor set aside; `Infinity` where there is no limit, below 0 when a bound was wrong. */
  get left(): BudgetAmount {
    const taken = sum(this.#spent, this.#reserved, 1)
    return sum(this.#limits, taken, -1)
  }

  /** Which limit forbids to set aside so much; dollars that are not known need some that are left. */
  lacking(amount: BudgetAmount, unknownUSD: boolean): 'usd' | 'tokens' | 'calls' | undefined {
    const left = this.left
    if (unknownUSD && left.usd <= 0) return 'usd'
    return names.find((name) => amount[name] > left[name] + rounding(this.#limits[name]))
  }

  reserve(amount: BudgetAmount): void {
    this.#reserved = sum(this.#reserved, amount, 1)
  }

  /** Puts what was really spent in the place of what was set aside. */
  settle(reserved: BudgetAmount, spent: BudgetAmount): void {
    this.#reserved = sum(this.#reserved, reserved, -1)
    this.#spent = sum(this.#spent, spent, 1)
  }
}

function sum(a: BudgetAmount, b: BudgetAmount, sign: 1 | -1): BudgetAmount {
  return {
    usd: a.usd + sign * b.usd,
    tokens: a.tokens + sign * b.tokens,
    calls: a.calls + sign * b.calls,
  }
}

/** Sums of cents are not exact: ten times 0.1 must fit into 1. */
function rounding(limit: number): number {
  return limit === Number.POSITIVE_INFINITY ? 0 : limit * 1e-9
}
