import { meanScore } from '../../search/mean-score.ts'
import type { CandidateRun } from '../candidate-run.ts'
import { qualityOf } from '../certify/adequacy-test.ts'
import { targetMean } from '../requirement.ts'
import type { Selection } from '../selection.ts'

/** Candidates that were adequate on what was searched on: the others have next to no chance to be certified. */
export function withHope<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  { options, data, reference }: Selection<Gold, Outputs>,
): CandidateRun<Gold, Outputs>[] {
  const target = targetMean(options.requirement)
  return candidates.filter(({ rows }) => {
    const values = rows
      .slice(0, data.searchSize)
      .map((row, index) => qualityOf(row, reference?.rows[index]))
    return meanScore(values) >= target
  })
}
