import type { Evaluation } from '../../run/evaluation.ts'
import { meanScore } from '../../search/mean-score.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { qualityOf, speedOf } from '../certify/adequacy-test.ts'
import { targetMean } from '../requirement.ts'
import type { Selection } from '../selection.ts'

/** How a candidate did on the search examples, beside what is asked. */
export interface Standing {
  /** Not clearly below it. */
  readonly isHopeful: boolean
  /** By how many standard errors it is above; of several requirements the one where that is least. */
  readonly safety: number
}

// In standard errors. A test that fails at the end of the chain costs some examples, and a model that is left out may
// cost more.
const slack = 1 / 4

/** How far a candidate is from what is asked of quality and latency. */
export function standingOf<Gold extends object, Outputs extends object>(
  { rows }: CandidateRun<Gold, Outputs>,
  { options, data, reference }: Selection<Gold, Outputs>,
): Standing {
  const searched: readonly Evaluation[] = rows.slice(0, data.searchSize)
  const { requirement, latency } = options
  const quality = searched.map((row, index) => qualityOf(row, reference?.rows[index]))
  const standings = [standing(quality, targetMean(requirement))]
  if (latency) {
    const inTime = searched.map((row) => speedOf(row, latency))
    standings.push(standing(inTime, latency.share))
  }
  return {
    isHopeful: standings.every(({ isHopeful }) => isHopeful),
    safety: Math.min(...standings.map(({ safety }) => safety)),
  }
}

function standing(values: readonly number[], target: number): Standing {
  // As if one more example had gone wrong: values that are all alike do not show how much they may vary.
  const cautious = [...values, 0]
  const mean = meanScore(cautious)
  const variance = meanScore(cautious.map((value) => (value - mean) ** 2))
  const standardError = Math.sqrt(variance / cautious.length)
  return {
    isHopeful: meanScore(values) + slack * standardError >= target,
    // Where all values are 0 nothing varies, and nothing is safe.
    safety: standardError === 0 ? Number.NEGATIVE_INFINITY : (mean - target) / standardError,
  }
}
