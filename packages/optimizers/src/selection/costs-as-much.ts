import type { CandidateRun } from './candidate-run.ts'

/** Whether a candidate costs no less than the reference by the prices so far; not where one is not known. */
export function costsAsMuch<Gold extends object, Outputs extends object>(
  candidate: CandidateRun<Gold, Outputs>,
  reference: CandidateRun<Gold, Outputs> | undefined,
): boolean {
  const price = candidate.costPerExampleUSD
  const limit = reference?.costPerExampleUSD ?? null
  return price !== null && limit !== null && price >= limit
}
