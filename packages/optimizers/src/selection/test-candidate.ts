import { batchEnds } from './batch-ends.ts'
import { observation, targetMean } from './requirement.ts'
import type { Candidate, Search } from './search.ts'
import type { Verdict } from './selection-report.ts'
import { BettingTest } from './statistics/betting-test.ts'

/** Runs a candidate on more and more examples until it is known whether it is adequate. */
export async function testCandidate<Gold extends object, Outputs extends object>(
  { run }: Candidate<Gold, Outputs>,
  search: Search<Gold, Outputs>,
): Promise<Verdict> {
  const { reference, requirement, devsetSize, confidence, candidates } = search
  const test = new BettingTest({
    target: targetMean(requirement),
    populationSize: devsetSize,
    // Split evenly, so that all wrong certificates together keep to what the user allows.
    errorProbability: (1 - confidence) / candidates.length,
  })
  let observed = 0
  for (const end of batchEnds(devsetSize)) {
    await run.advance(end)
    await reference?.advance(end)
    const ready = Math.min(run.rows.length, reference?.rows.length ?? devsetSize)
    for (const [offset, row] of run.rows.slice(observed, ready).entries()) {
      test.observe(observation(row.score, reference?.rows[observed + offset]?.score))
    }
    observed = ready
    if (test.decision === 'certified') return 'certified'
    if (test.decision === 'futile') return 'rejected'
    if (ready < end) break // the budget is used up
    search.announce(run)
  }
  return 'undecided'
}
