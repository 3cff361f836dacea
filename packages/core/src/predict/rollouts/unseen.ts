import { inScope } from '../../settings/scope.ts'

/** Runs work about a run, such as judging it: its LM calls count, but are neither traced nor streamed. */
export function unseen<Result>(run: () => Result): Result {
  return inScope({ trace: undefined, sink: undefined }, run)
}
