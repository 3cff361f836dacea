import { checkFraction } from '../../errors/check-fraction.ts'

/** What a report may be told. */
export interface ReportOptions {
  /** "Evaluation" by default. */
  readonly title?: string
  /** A row with at least this score, in [0, 1], passes; 1 by default. */
  readonly passingScore?: number
}

const defaults: Required<ReportOptions> = { title: 'Evaluation', passingScore: 1 }

/** The options with every default filled in; throws `OptionError`. */
export function resolveReportOptions(options: ReportOptions): Required<ReportOptions> {
  const resolved = { ...defaults, ...options }
  checkFraction('passingScore', resolved.passingScore)
  return resolved
}
