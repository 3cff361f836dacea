import { meanScore } from '../../search/mean-score.ts'
import { byPrice } from '../by-price.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { standardError } from '../standard-error.ts'

// What adding up scores may be off by.
const rounding = 1e-9

/**
 * Of candidates that were run on the same examples, the cheapest whose mean score is at most one standard error of the
 * paired difference below the best (the one-standard-error rule of Breiman et al., "Classification and Regression
 * Trees", section 3.4.3); of equally dear ones the first. Undefined where none was run.
 */
export function cheapestWithinNoise<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
): CandidateRun<Gold, Outputs> | undefined {
  const [best] = byScore(candidates)
  if (!best) return undefined
  return byPrice(candidates).find((candidate) => isWithinNoise(candidate, best))
}

/** The best first, and of equals the cheaper; without what was not run. */
export function byScore<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
): CandidateRun<Gold, Outputs>[] {
  return byPrice(candidates.filter(({ rows }) => rows.length > 0)).toSorted(
    (one, other) => other.meanScore - one.meanScore,
  )
}

function isWithinNoise<Gold extends object, Outputs extends object>(
  { rows }: CandidateRun<Gold, Outputs>,
  best: CandidateRun<Gold, Outputs>,
): boolean {
  const count = Math.min(rows.length, best.rows.length)
  if (count === 0) return false
  const differences = rows
    .slice(0, count)
    .map(({ score }, index) => (best.rows[index]?.score ?? 0) - score)
  // By a single example whatever is cheapest is as good as any.
  return meanScore(differences) <= standardError(differences) + rounding
}
