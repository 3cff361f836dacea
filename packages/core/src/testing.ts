export { MockLM, type MockReplies, type MockReply } from './testing/mock-lm.ts'
export type { Outcome } from './testing/table-lm/outcome.ts'
export { OutcomeCellError } from './testing/table-lm/outcome-cell-error.ts'
export type { OutcomeColumns } from './testing/table-lm/outcome-columns.ts'
export type { OutcomeSummary } from './testing/table-lm/outcome-summary.ts'
export {
  type CSVOptions,
  type OutcomeExample,
  OutcomeTable,
} from './testing/table-lm/outcome-table.ts'
export { TableLM } from './testing/table-lm/table-lm.ts'
export type { TableLMOptions } from './testing/table-lm/table-lm-options.ts'
