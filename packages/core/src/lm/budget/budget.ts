import {
  type BudgetOptions,
  type ResolvedBudgetOptions,
  resolveBudgetOptions,
} from './budget-options.ts'
import { periodEnd } from './budget-period.ts'
import { budgetReached, priceUnknown } from './budget-reached.ts'
import { type BudgetAmount, Ledger } from './ledger.ts'

/** A call that asks for a share of a budget. */
export interface BudgetClaim {
  readonly model: string
  /** US dollars it can cost at most; null when not known. */
  readonly maxCostUSD: number | null
  /** Tokens it is taken to need. */
  readonly tokens: number
  /** Whether the reply can be longer than that. */
  readonly openEnded: boolean
  readonly tags?: readonly string[] | undefined
}

/** A share set aside for one call. */
export interface Reservation {
  readonly amount: BudgetAmount
  /** Books what the call took and gives back the rest; `usd` null books what was set aside. Once. */
  settle(spent: { usd: number | null; tokens: number; calls: number }): void
}

/** What calls may spend together; several LMs can share one. */
export class Budget {
  readonly #options: ResolvedBudgetOptions
  readonly #startedAt: number
  /** The most that a call of a model took so far. */
  readonly #most = new Map<string, { usd: number; tokens: number }>()
  #endsAt: number
  #all: Ledger
  #byTag: ReadonlyMap<string, Ledger>

  constructor(options: BudgetOptions = {}) {
    this.#options = resolveBudgetOptions(options)
    this.#startedAt = this.#options.now()
    this.#endsAt = Number.NEGATIVE_INFINITY
    this.#all = this.#newLedger()
    this.#byTag = this.#newLedgersByTag()
    this.#turn()
  }

  /** What was spent in this period, by all or by one of the tags that have limits. */
  spent(tag?: string): BudgetAmount {
    return this.#ledger(tag).spent
  }

  /** What is left of this period, less what is set aside for calls under way; `Infinity` without a limit. */
  remaining(tag?: string): BudgetAmount {
    const { usd, tokens, calls } = this.#ledger(tag).left
    return { usd: Math.max(0, usd), tokens: Math.max(0, tokens), calls: Math.max(0, calls) }
  }

  /** When all of it is there again; undefined for a budget that is for one run. */
  get resetsAt(): Date | undefined {
    this.#turn()
    return this.#endsAt === Number.POSITIVE_INFINITY ? undefined : new Date(this.#endsAt)
  }

  /** Sets aside what a call can cost at most; throws `BudgetExceededError` when that is not left. */
  reserve(claim: BudgetClaim): Reservation {
    this.#turn()
    const most = this.#most.get(claim.model) ?? { usd: 0, tokens: 0 }
    const boundUSD = amountOr(claim.maxCostUSD, null)
    const usd = boundUSD ?? this.#options.unknownCostUSD ?? most.usd
    const tokens = claim.openEnded ? Math.max(claim.tokens, most.tokens) : claim.tokens
    const isUnknown = boundUSD === null && this.#options.unknownCostUSD === undefined
    if (isUnknown && this.#options.onUnknownCost === 'refuse') {
      throw priceUnknown(this.#options.name, claim.model)
    }
    const amount = { usd, tokens, calls: 1 }
    const ledgers = this.#ledgersFor(claim.tags)
    for (const ledger of ledgers) {
      const limit = ledger.lacking(amount, isUnknown)
      if (limit) throw budgetReached(ledger, limit, amount[limit], this.resetsAt)
    }
    for (const ledger of ledgers) ledger.reserve(amount)
    let open = true
    return {
      amount,
      settle: (spent) => {
        if (!open) return
        open = false
        const tokens = amountOr(spent.tokens, amount.tokens)
        const real = { ...spent, usd: amountOr(spent.usd, amount.usd), tokens }
        for (const ledger of ledgers) ledger.settle(amount, real)
        this.#learn(claim.model, real)
      },
    }
  }

  #learn(model: string, { usd, tokens }: BudgetAmount): void {
    const most = this.#most.get(model)
    this.#most.set(model, {
      usd: Math.max(usd, most?.usd ?? 0),
      tokens: Math.max(tokens, most?.tokens ?? 0),
    })
  }

  #ledgersFor(tags: readonly string[] = []): Ledger[] {
    const tagged = [...new Set(tags)].flatMap((tag) => this.#byTag.get(tag) ?? [])
    return [this.#all, ...tagged]
  }

  #ledger(tag: string | undefined): Ledger {
    this.#turn()
    return (tag === undefined ? undefined : this.#byTag.get(tag)) ?? this.#all
  }

  /** Calls under way keep the ledgers they were set aside in: they count for the period they began in. */
  #turn(): void {
    const now = this.#options.now()
    if (now < this.#endsAt) return
    if (this.#endsAt !== Number.NEGATIVE_INFINITY) {
      this.#all = this.#newLedger()
      this.#byTag = this.#newLedgersByTag()
    }
    this.#endsAt = periodEnd(this.#options.per, this.#startedAt, now)
  }

  #newLedger(): Ledger {
    return new Ledger(this.#options.name, this.#options.limits)
  }

  #newLedgersByTag(): ReadonlyMap<string, Ledger> {
    const { name, tags } = this.#options
    const entries = [...tags].map(
      ([tag, limits]) => [tag, new Ledger(`${name}, tag ${tag}`, limits)] as const,
    )
    return new Map(entries)
  }
}

/** An LM of one's own may reckon with what it does not have; one sum that is no number would end all limits. */
function amountOr<Other>(value: number | null, other: Other): number | Other {
  return value !== null && Number.isFinite(value) && value >= 0 ? value : other
}
