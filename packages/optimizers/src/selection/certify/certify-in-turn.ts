import type { CandidateRun } from '../candidate-run.ts'
import type { Selection } from '../selection.ts'
import type { Verdict } from '../selection-report.ts'
import type { TestOutcome } from '../statistics/test-outcome.ts'
import { testCandidate } from './test-candidate.ts'

/** How candidates are tested one after the other. */
export interface TurnOptions {
  /** The error probability of the next test, by how those before it ended. At 0 it is not tested any more. */
  errorAfter(outcomes: readonly TestOutcome[]): number
  /** `first`: the first that is certified is chosen. `last`: the last before one that is not. */
  choose: 'first' | 'last'
}

/**
 * Tests candidates in turn; an order, and the rule by which they share the error, must not depend on the scores that
 * they are tested on. Undefined when none is certified.
 */
export async function certifyInTurn<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  selection: Selection<Gold, Outputs>,
  { errorAfter, choose }: TurnOptions,
): Promise<CandidateRun<Gold, Outputs> | undefined> {
  const outcomes: TestOutcome[] = []
  let chosen: CandidateRun<Gold, Outputs> | undefined
  for (const candidate of candidates) {
    const error = errorAfter(outcomes)
    const isOver = error === 0 || (choose === 'first' && chosen !== undefined)
    candidate.verdict = isOver ? 'not-needed' : await testCandidate(candidate, selection, error)
    selection.data.announce(candidate)
    if (candidate.verdict === 'certified') chosen = candidate
    outcomes.push(outcomeOf(candidate.verdict))
  }
  return chosen
}

function outcomeOf(verdict: Verdict): TestOutcome {
  if (verdict === 'certified') return 'certified'
  return verdict === 'not-needed' ? 'untested' : 'given-up'
}
