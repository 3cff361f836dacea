import type { Outcome } from './outcome.ts'

/** An example of a table, and what each model did on it. */
export interface OutcomeRow {
  /** What names the example; no other has it. */
  readonly key: string
  /** By the name of their column. */
  readonly inputs: Readonly<Record<string, string>>
  /** The right answer; undefined where the table has none. */
  readonly label: string | undefined
  /** By model. */
  readonly outcomes: ReadonlyMap<string, Outcome>
}
