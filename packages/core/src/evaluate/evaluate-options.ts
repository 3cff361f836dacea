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
  /**
   * Keeps each row's LM calls in its `calls`: prompts and replies, up to 32 MiB of all rows together, or
   * up to `bytes`; those beyond are counted in `callsLeftOut`. Not kept by default.
   */
  keepPrompts?: boolean | { readonly bytes: number }
}

/** What an evaluation does unless told otherwise. */
interface EvaluateDefaults {
  concurrency: number
  maxErrors: number
  displayProgress: boolean
  keepPrompts: boolean | { readonly bytes: number }
}

const defaults: EvaluateDefaults = {
  concurrency: 8,
  maxErrors: Number.POSITIVE_INFINITY,
  displayProgress: false,
  keepPrompts: false,
}

const keptBytes = 32 * 1024 * 1024

/** The options with every default filled in; throws `EmptyDatasetError` and `OptionError`. */
export function resolveEvaluateOptions<Gold extends object, Outputs extends object>(
  options: EvaluateOptions<Gold, Outputs>,
): EvaluateOptions<Gold, Outputs> & EvaluateDefaults & { keptPromptBytes: number | undefined } {
  const resolved = { ...defaults, ...options }
  if (resolved.devset.length === 0) throw new EmptyDatasetError('devset')
  if (!Number.isInteger(resolved.concurrency) || resolved.concurrency < 1) {
    throw new OptionError(
      'concurrency',
      `must be a whole number from 1, not ${resolved.concurrency}.`,
    )
  }
  const { keepPrompts } = resolved
  const keptPromptBytes =
    typeof keepPrompts === 'object' ? keepPrompts.bytes : keepPrompts ? keptBytes : undefined
  if (keptPromptBytes !== undefined && !(keptPromptBytes >= 0)) {
    throw new OptionError('keepPrompts.bytes', `must be a number from 0, not ${keptPromptBytes}.`)
  }
  return { ...resolved, keptPromptBytes }
}
