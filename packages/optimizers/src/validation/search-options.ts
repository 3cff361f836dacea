import { type Metric, OptionError } from '@ockham/core'
import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'

/** What every optimizer is told that compares candidates on validation examples. */
export interface SearchOptions<Gold extends object, Outputs extends object> {
  metric: Metric<Gold, Outputs>
  /** Whether a candidate that cannot win any more is evaluated no further; true by default. */
  race?: boolean
  /**
   * Whether an LM that was asked the same for another candidate answers the same again, without a call; true by default.
   * Candidates that differ in one predictor share the calls of the others; DSPy's cache does so too.
   */
  reuseReplies?: boolean
  /** Evaluations that may fail before the run ends; no limit by default. */
  maxErrors?: number
  /** Of every random choice; 0 by default. */
  seed?: number
  /** Examples in flight at a time; 8 by default. */
  concurrency?: number
}

/** The options with every default filled in. */
export type ResolvedSearch<Gold extends object, Outputs extends object> = Required<
  SearchOptions<Gold, Outputs>
>

/** The defaults that every search shares. */
export const searchDefaults: Omit<ResolvedSearch<object, object>, 'metric'> = {
  race: true,
  reuseReplies: true,
  maxErrors: Number.POSITIVE_INFINITY,
  seed: 0,
  concurrency: 8,
}

/** Throws `OptionError` for what cannot be used. */
export function checkSearchOptions({
  metric,
  maxErrors,
  seed,
  concurrency,
}: ResolvedSearch<never, never>): void {
  if (typeof metric !== 'function') {
    throw new OptionError(
      'metric',
      'must be a function that scores a prediction: candidates are compared by it.',
    )
  }
  checkWholeNumber('concurrency', concurrency, 1)
  if (maxErrors !== Number.POSITIVE_INFINITY) checkWholeNumber('maxErrors', maxErrors, 0)
  checkSeed(seed)
}
