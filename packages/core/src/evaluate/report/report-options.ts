import { OptionError } from '../../errors/option-error.ts'

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
  const { passingScore } = resolved
  if (!(passingScore >= 0 && passingScore <= 1)) {
    throw new OptionError('passingScore', `must be a number from 0 to 1, not ${passingScore}.`)
  }
  return resolved
}
