import { OptionError } from '../../errors/option-error.ts'

/** How many runs of programs are kept up at a time, and how much may go wrong. */
export interface BatchOptions {
  /** Runs at a time; 8 by default (DSPy: `num_threads`). */
  concurrency?: number
  /** More failures than this end the batch with `TooManyErrorsError`; no limit by default. */
  maxErrors?: number
  /** Milliseconds after which a run is aborted and counts as failed; no limit by default. */
  timeoutMs?: number
  signal?: AbortSignal
}

/** What a batch does unless told otherwise. */
interface BatchDefaults {
  concurrency: number
  maxErrors: number
  timeoutMs: number
}

const defaults: BatchDefaults = {
  concurrency: 8,
  maxErrors: Number.POSITIVE_INFINITY,
  timeoutMs: Number.POSITIVE_INFINITY,
}

/** The options with every default filled in; throws `OptionError`. */
export function resolveBatchOptions(options: BatchOptions): BatchOptions & BatchDefaults {
  const resolved = { ...defaults, ...options }
  const { concurrency, maxErrors, timeoutMs } = resolved
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new OptionError('concurrency', `must be a whole number from 1, not ${concurrency}.`)
  }
  if (!(maxErrors >= 0)) throw new OptionError('maxErrors', `must be 0 or more, not ${maxErrors}.`)
  if (!(timeoutMs > 0)) throw new OptionError('timeoutMs', `must be more than 0, not ${timeoutMs}.`)
  return resolved
}
