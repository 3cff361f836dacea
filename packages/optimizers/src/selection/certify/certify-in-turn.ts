import type { CandidateRun } from '../candidate-run.ts'
import type { Selection } from '../selection.ts'
import type { Verdict } from '../selection-report.ts'
import type { TestOutcome } from '../statistics/test-outcome.ts'
import { testCandidate } from './test-candidate.ts'

/** How candidates are tested one after the other. */
export interface TurnOptions<Gold extends object, Outputs extends object> {
  /** The error probability of the next test, by how those before it ended. At 0 nothing more is tested. */
  errorAfter(outcomes: readonly TestOutcome[]): number
  /** `first`: the first that is certified is chosen. `last`: the last before one that is not. */
  choose: 'first' | 'last'
  /** Which of those that are left is next; the first by default. */
  next?(
    left: readonly CandidateRun<Gold, Outputs>[],
  ): Promise<CandidateRun<Gold, Outputs> | undefined>
}

/**
 * Tests candidates in turn; an order, and the rule by which they share the error, must not depend on the scores that
 * they are tested on. Undefined when none is certified.
 */
export async function certifyInTurn<Gold extends object, Outputs extends object>(
  candidates: readonly CandidateRun<Gold, Outputs>[],
  selection: Selection<Gold, Outputs>,
  { errorAfter, choose, next = async ([first]) => first }: TurnOptions<Gold, Outputs>,
): Promise<CandidateRun<Gold, Outputs> | undefined> {
  const { announce } = selection.data
  const outcomes: TestOutcome[] = []
  const left = new Set(candidates)
  let chosen: CandidateRun<Gold, Outputs> | undefined
  for (let error = errorAfter([]); error > 0; error = errorAfter(outcomes)) {
    const candidate = chosen && choose === 'first' ? undefined : await next([...left])
    if (candidate === undefined) break
    left.delete(candidate)
    candidate.verdict = await testCandidate(candidate, selection, error)
    announce(candidate)
    if (candidate.verdict === 'certified') chosen = candidate
    outcomes.push(outcomeOf(candidate.verdict))
  }
  for (const candidate of left) {
    candidate.verdict = 'not-needed'
    announce(candidate)
  }
  return chosen
}

function outcomeOf(verdict: Verdict): TestOutcome {
  return verdict === 'certified' ? 'certified' : 'given-up'
}
