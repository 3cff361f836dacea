import type { CandidateRun } from '../candidate-run.ts'
import type { Selection } from '../selection.ts'
import type { Verdict } from '../selection-report.ts'
import { batchEnds } from './batch-ends.ts'
import { newAdequacyTest } from './new-adequacy-test.ts'

/** Runs a candidate on more and more examples until it is known whether it is adequate. */
export async function testCandidate<Gold extends object, Outputs extends object>(
  candidate: CandidateRun<Gold, Outputs>,
  selection: Selection<Gold, Outputs>,
  errorProbability: number,
): Promise<Verdict> {
  const { order, searchSize, announce } = selection.data
  const { reference } = selection
  // How many examples have been run on both.
  const advance = async (end: number): Promise<number> => {
    await candidate.advance(end)
    await reference?.advance(end)
    return Math.min(end, candidate.rows.length, reference?.rows.length ?? order.length)
  }
  if ((await advance(searchSize)) < searchSize) return 'undecided' // the budget is used up
  const test = newAdequacyTest(candidate, selection, errorProbability)
  let observed = searchSize
  for (const end of batchEnds(order.length, searchSize)) {
    const ready = await advance(end)
    for (const [offset, row] of candidate.rows.slice(observed, ready).entries()) {
      test.observe(row, reference?.rows[observed + offset])
    }
    observed = ready
    const { evidence, decision } = test
    candidate.evidence.push({ evaluated: ready, meanScore: candidate.meanScore, evidence })
    if (decision === 'certified') return 'certified'
    if (decision === 'futile') return 'rejected'
    if (ready < end) break // the budget is used up
    announce(candidate)
  }
  return 'undecided'
}
