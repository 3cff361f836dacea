import { EmptyDatasetError } from '../errors/empty-dataset-error.ts'
import { OptionError } from '../errors/option-error.ts'
import type { Metric } from './metric.ts'
import type { EvaluationProgress } from './progress.ts'

/** What to evaluate on, and how. */
export interface EvaluateOptions<Gold extends object, Outputs extends object> {
  devset: readonly Gold[]
  metric: Metric<Gold, Outputs>
  /** Rows in flight at a time; 8 by default. */
  concurrency?: number
  /** More failing rows than this stop the evaluation; no limit by default. */
  maxErrors?: number
  signal?: AbortSignal
  /** Shows progress on standard error: a bar on a terminal, lines elsewhere. */
  displayProgress?: boolean
  onProgress?: (progress: EvaluationProgress) => void
}

/** What an evaluation does unless told otherwise. */
interface EvaluateDefaults {
  concurrency: number
  maxErrors: number
  displayProgress: boolean
}

const defaults: EvaluateDefaults = {
  concurrency: 8,
  maxErrors: Number.POSITIVE_INFINITY,
  displayProgress: false,
}

/** The options with every default filled in; throws `EmptyDatasetError` and `OptionError`. */
export function resolveEvaluateOptions<Gold extends object, Outputs extends object>(
  options: EvaluateOptions<Gold, Outputs>,
): EvaluateOptions<Gold, Outputs> & EvaluateDefaults {
  const resolved = { ...defaults, ...options }
  if (resolved.devset.length === 0) throw new EmptyDatasetError('devset')
  if (!Number.isInteger(resolved.concurrency) || resolved.concurrency < 1) {
    throw new OptionError(
      'concurrency',
      `must be a whole number from 1, not ${resolved.concurrency}.`,
    )
  }
  return resolved
}
