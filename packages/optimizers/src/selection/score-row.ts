import { exampleInputs, type Metric, type Module, scoreWith, type UsageSummary } from '@ockham/core'
import { measured } from '../run/measured.ts'

/** One example, as a model did on it. */
export interface Row {
  /** In [0, 1]; 0 when the program or the metric failed. */
  readonly score: number
  /** What the program or the metric threw; undefined when neither did. */
  readonly error: unknown
  readonly usage: UsageSummary
}

/** What is run on what, and how it is scored. */
export interface RowTask<Gold extends object, Outputs extends object> {
  readonly program: Module<never, Outputs>
  readonly gold: Gold
  readonly metric: Metric<Gold, Outputs>
  readonly signal: AbortSignal | undefined
}

/** Runs a program on one example and scores it; does not throw. What the metric spends is not counted. */
export async function scoreRow<Gold extends object, Outputs extends object>(
  task: RowTask<Gold, Outputs>,
): Promise<Row> {
  const { program, gold, metric, signal } = task
  // The public signature asks that the fields marked as inputs are the program's inputs.
  const inputs = exampleInputs(gold) as never
  const { outcome, usage } = await measured(() => program(inputs, signal ? { signal } : {}))
  if ('error' in outcome) return { score: 0, error: outcome.error ?? 'unknown', usage }
  try {
    const { score } = await scoreWith(metric, gold, outcome.result)
    return { score, error: undefined, usage }
  } catch (error) {
    return { score: 0, error, usage }
  }
}
