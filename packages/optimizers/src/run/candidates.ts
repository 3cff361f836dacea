import type { LM, Module } from '@ockham/core'
import type { BudgetLedger } from '../budget/budget-ledger.ts'
import type { KeptReply } from '../budget/call-scope.ts'
import { metered } from '../budget/metered.ts'
import { Candidate } from './candidate.ts'
import { SharedReplies } from './shared-replies.ts'

/** The candidates of a run by their programs, and how their LM calls are paid. */
export class Candidates<Outputs extends object> {
  private readonly ledger: BudgetLedger
  private readonly shared: SharedReplies | undefined
  private readonly known = new WeakMap<object, Candidate<Outputs>>()

  /** With `reuseReplies`, what one candidate has paid for another one gets too. */
  constructor(ledger: BudgetLedger, reuseReplies: boolean) {
    this.ledger = ledger
    this.shared = reuseReplies ? new SharedReplies() : undefined
  }

  /** The program as it is when this is first asked. */
  of(program: Module<never, Outputs>): Candidate<Outputs> {
    const meter = (lm: LM): LM => this.shared?.of(lm, this.ledger) ?? metered(lm, this.ledger)
    const candidate = this.known.get(program) ?? new Candidate(program, meter)
    this.known.set(program, candidate)
    return candidate
  }

  /** Takes replies that were paid for before, by a run that this one resumes. */
  restore(replies: readonly KeptReply[]): void {
    this.shared?.restore(replies)
  }
}
