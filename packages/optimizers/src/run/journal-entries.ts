import type { CallRecord } from '../budget/call-record.ts'
import type { KeptReply } from '../budget/call-scope.ts'
import type { Asked } from './asked.ts'
import type { Evaluation } from './evaluation.ts'

/** What a piece of work has paid for, as a journal keeps it. */
interface PaidEntry {
  readonly calls: readonly CallRecord[]
  readonly replies: readonly KeptReply[]
}

/** An evaluation, as a journal keeps it. */
export interface EvaluationEntry extends Evaluation, PaidEntry {}

/** What was asked, as a journal keeps it. */
export interface AskedEntry extends PaidEntry {
  readonly outcome: Asked<unknown>
}
