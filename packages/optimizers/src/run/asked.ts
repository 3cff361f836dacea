import type { CallRecord } from '../budget/call-record.ts'

/** What an LM was asked for beside evaluations, or why it failed. */
export type Asked<Answer> = { readonly answer: Answer } | { readonly error: string }

/** What was asked, as a journal keeps it. */
export interface AskedEntry {
  readonly outcome: Asked<unknown>
  readonly calls: readonly CallRecord[]
}
