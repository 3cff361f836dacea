import { instanceFronts } from './instance-fronts.ts'
import { meanScore } from './mean-score.ts'
import type { ScoreTable } from './score-table.ts'

/** A candidate that is kept, and on how many examples no candidate is better. */
export interface ParetoMember {
  /** Its row of the score table. */
  readonly candidate: number
  /** Examples on which it is among the best: at least 1. It is sampled in proportion to this. */
  readonly fronts: number
}

/**
 * The candidates worth building on, in the order of the table: those that are best on some example, without
 * the ones that others make superfluous. From the lowest mean score up, a candidate goes when each of its
 * fronts holds another that is still there; of equal means the older goes first. With `among`, only these
 * candidates take part, and fronts without any of them count for nobody. Agrawal et al., "GEPA: Reflective Prompt Evolution".
 */
export function paretoFront(table: ScoreTable, among?: ReadonlySet<number>): ParetoMember[] {
  const fronts = instanceFronts(table).map((front) =>
    front.filter((candidate) => among?.has(candidate) ?? true),
  )
  const kept = removeSuperfluous(fronts, table.map(meanScore))
  return [...kept]
    .toSorted((one, other) => one - other)
    .map((candidate) => ({
      candidate,
      fronts: fronts.filter((front) => front.includes(candidate)).length,
    }))
}

function removeSuperfluous(
  fronts: readonly (readonly number[])[],
  means: readonly number[],
): Set<number> {
  const kept = new Set(fronts.flat())
  const ascending = [...kept].toSorted(
    (one, other) => (means[one] ?? 0) - (means[other] ?? 0) || one - other,
  )
  // One pass is enough: a candidate that is needed now is needed all the more when others have gone.
  for (const candidate of ascending) {
    const own = fronts.filter((front) => front.includes(candidate))
    const superfluous = own.every((front) =>
      front.some((other) => other !== candidate && kept.has(other)),
    )
    if (superfluous) kept.delete(candidate)
  }
  return kept
}
