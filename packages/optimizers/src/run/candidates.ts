import type { LM, Module } from '@ockham/core'
import type { BudgetLedger } from '../budget/budget-ledger.ts'
import type { KeptReply } from '../budget/call-scope.ts'
import { metered } from '../budget/metered.ts'
import { Candidate } from './candidate.ts'
import { SharedReplies } from './shared-replies.ts'

/** Makes an LM of others; `part` is to be called once for each of them. */
export type ComposeLM = (part: (lm: LM) => LM) => LM

/** The candidates of a run by their programs, and how their LM calls are paid. */
export class Candidates<Outputs extends object> {
  private readonly ledger: BudgetLedger
  private readonly shared: SharedReplies | undefined
  private readonly known = new WeakMap<object, Candidate<Outputs>>()
  private readonly composites = new WeakSet<LM>()

  /** With `reuseReplies`, what one candidate has paid for another one gets too. */
  constructor(ledger: BudgetLedger, reuseReplies: boolean) {
    this.ledger = ledger
    this.shared = reuseReplies ? new SharedReplies() : undefined
  }

  /** The program as it is when this is first asked. */
  of(program: Module<never, Outputs>, label?: string): Candidate<Outputs> {
    const meter = (lm: LM): LM => (this.composites.has(lm) ? lm : this.meter(lm))
    const candidate = this.known.get(program) ?? new Candidate(program, meter, label)
    this.known.set(program, candidate)
    return candidate
  }

  /** An LM that asks others: each of those is paid for by itself. */
  composed(make: ComposeLM): LM {
    const composite = make((lm) => this.meter(lm))
    this.composites.add(composite)
    return composite
  }

  /** An LM whose calls the budget counts, for what is no candidate. */
  metered(lm: LM): LM {
    return metered(lm, this.ledger)
  }

  private meter(lm: LM): LM {
    return this.shared?.of(lm, this.ledger) ?? this.metered(lm)
  }

  /** Takes replies that were paid for before, by a run that this one resumes. */
  restore(replies: readonly KeptReply[]): void {
    this.shared?.restore(replies)
  }
}
