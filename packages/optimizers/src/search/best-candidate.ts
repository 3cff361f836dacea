import { OptionError } from '@ockham/core'
import { meanScore } from './mean-score.ts'
import type { ScoreTable } from './score-table.ts'

/**
 * The row with the highest mean score among those evaluated on the most examples, since a mean of few examples
 * says little; of equals the oldest. Throws `OptionError` when the table is empty.
 */
export function bestCandidate(table: ScoreTable): number {
  const coverage = table.map((scores) => scores.filter((score) => score !== undefined).length)
  const most = Math.max(...coverage)
  let best: number | undefined
  let bestMean = Number.NEGATIVE_INFINITY
  for (const [candidate, scores] of table.entries()) {
    const mean = meanScore(scores)
    if (coverage[candidate] !== most || mean <= bestMean) continue
    best = candidate
    bestMean = mean
  }
  if (best === undefined) throw new OptionError('table', 'must hold at least one candidate.')
  return best
}
