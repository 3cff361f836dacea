import type { SearchBudget } from './search-budget.ts'
import type { Assigned, SearchRuns } from './search-runs.ts'

/** A race of assignments over the search examples. */
export interface Race<Lead, Arm> {
  readonly arms: readonly Arm[]
  /** What they are compared with: it runs ahead of them. */
  readonly lead?: Lead
  readonly budget: SearchBudget
  /** Those that are still worth running. */
  keep(arms: readonly Arm[]): readonly Arm[]
}

const firstRound = 10

/**
 * Runs all arms on more and more of the search examples. Those that are left, which are run to the end unless the
 * budget was used up.
 */
export async function race<
  Gold extends object,
  Outputs extends object,
  Arm extends Assigned<Gold, Outputs>,
>(
  { arms, lead, budget, keep }: Race<Assigned<Gold, Outputs>, Arm>,
  runs: SearchRuns<Gold, Outputs>,
): Promise<readonly Arm[]> {
  let left = arms
  for (const end of roundEnds(runs.selection.data.searchSize)) {
    if (left.length === 0) break
    for (const arm of [...(lead ? [lead] : []), ...left]) {
      if (!(await runs.advance(arm, end, budget))) return keep(left)
    }
    left = keep(left)
  }
  return left
}

/** Rounds double, and the last one ends with the search examples. */
function roundEnds(searchSize: number): number[] {
  const ends: number[] = []
  for (let end = firstRound; end * 1.5 < searchSize; end *= 2) ends.push(end)
  return [...ends, searchSize]
}
