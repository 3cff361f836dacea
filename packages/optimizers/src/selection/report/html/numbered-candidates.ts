import type { CandidateReport, SelectionReport } from '../../selection-report.ts'
import { clipMiddle } from '../clip-middle.ts'

const labelLength = 36

/** A candidate with what a page calls it. */
export interface NumberedCandidate {
  readonly candidate: CandidateReport
  /** Its row of the table, from 1: stands where its name finds no room. */
  readonly number: number
  readonly label: string
  readonly isChosen: boolean
  readonly isReference: boolean
  /** False for what was run only to know its price, or to find out what to test. */
  readonly isTested: boolean
}

/** The candidates in the order of the report. */
export function numberedCandidates({
  candidates,
  chosen,
  reference,
}: SelectionReport): NumberedCandidate[] {
  return candidates.map((candidate, index) => ({
    candidate,
    number: index + 1,
    label: clipMiddle(candidate.model, labelLength),
    isChosen: candidate.model === chosen,
    isReference: candidate.model === reference,
    isTested: candidate.evidence.length > 0 || candidate.verdict === 'certified',
  }))
}

/** Those that matter most first: the chosen, the reference, what was tested. */
export function byImportance(candidates: readonly NumberedCandidate[]): NumberedCandidate[] {
  const rank = ({ isChosen, isReference, isTested }: NumberedCandidate): number =>
    isChosen ? 0 : isReference ? 1 : isTested ? 2 : 3
  return candidates.toSorted((one, other) => rank(one) - rank(other))
}
