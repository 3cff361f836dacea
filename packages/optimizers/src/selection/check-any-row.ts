import { OptionError } from '@ockham/core'
import type { CandidateRun } from './candidate-run.ts'

/** Throws `OptionError` where the budget paid for no example at all. */
export function checkAnyRow<Gold extends object, Outputs extends object>(
  runs: readonly CandidateRun<Gold, Outputs>[],
): void {
  if (runs.some(({ rows }) => rows.length > 0)) return
  throw noExampleRun()
}

/** For a budget that pays for nothing. */
export function noExampleRun(): OptionError {
  return new OptionError('budget', 'is too small to run a single example; raise it.')
}
