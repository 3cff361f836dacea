import type { CandidateRun } from './candidate-run.ts'
import { checkAnyRow } from './check-any-row.ts'
import type { Selection } from './selection.ts'

/** The first examples on every candidate and the reference, for the prices. Throws `OptionError` where the budget pays for none. */
export async function runPilot<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  { data, reference }: Selection<Gold, Outputs>,
  size: number,
): Promise<void> {
  const runs = [...candidates, ...(reference ? [reference] : [])]
  for (const run of runs) {
    await run.advance(size)
    data.announce(run)
  }
  checkAnyRow(runs)
}
