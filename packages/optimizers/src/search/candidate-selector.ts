import { checkFraction } from '@ockham/core'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import type { Random } from '../random/random.ts'
import { weightedIndex } from '../random/weighted-index.ts'
import { bestCandidate } from './best-candidate.ts'
import { meanScore } from './mean-score.ts'
import { paretoFront } from './pareto-front.ts'
import type { ScoreTable } from './score-table.ts'

/** Chooses the candidate to build on next: a row of the table. Throws `OptionError` when the table is empty. */
export interface CandidateSelector {
  (table: ScoreTable, random: Random): number
}

/** GEPA's default: a candidate of the Pareto front, the more often the more examples it is best on. */
export const paretoSelector: CandidateSelector = (table, random) =>
  drawMember(table, random) ?? bestCandidate(table)

/** Always the best so far. */
export const currentBestSelector: CandidateSelector = bestCandidate

/** Any candidate with probability `epsilon`, else the best so far. Throws `OptionError` unless it is in [0, 1]. */
export function epsilonGreedySelector(epsilon: number): CandidateSelector {
  checkFraction('epsilon', epsilon)
  return (table, random) => {
    const best = bestCandidate(table)
    return random.next() < epsilon ? random.below(table.length) : best
  }
}

/** A candidate of the Pareto front among the `count` candidates with the highest mean scores. */
export function topParetoSelector(count: number): CandidateSelector {
  checkWholeNumber('count', count, 1)
  return (table, random) => {
    const means = table.map(meanScore)
    const descending = [...means.keys()].toSorted(
      (one, other) => (means[other] ?? 0) - (means[one] ?? 0) || one - other,
    )
    const top = new Set(descending.slice(0, count))
    return drawMember(table, random, top) ?? bestCandidate(table)
  }
}

function drawMember(
  table: ScoreTable,
  random: Random,
  among?: ReadonlySet<number>,
): number | undefined {
  const members = paretoFront(table, among)
  const drawn = weightedIndex(
    members.map(({ fronts }) => fronts),
    random,
  )
  return drawn === undefined ? undefined : members[drawn]?.candidate
}
