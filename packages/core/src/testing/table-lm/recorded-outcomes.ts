import type { ExampleIndex } from './example-index.ts'
import type { OutcomeRow } from './outcome-row.ts'

/** All that a table holds, and how its LMs find it. */
export interface RecordedOutcomes {
  readonly rows: readonly OutcomeRow[]
  readonly index: ExampleIndex
  /** The column that names the examples. */
  readonly keyColumn: string
  readonly inputs: readonly string[]
  /** The output field that programs answer in. */
  readonly output: string
  /** What is recorded of each model: texts, scores, or both. */
  readonly hasAnswers: boolean
  readonly hasScores: boolean
}
