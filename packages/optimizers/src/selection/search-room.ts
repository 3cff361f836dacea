import { largestShare } from '../progress/largest-share.ts'

/** What is asked of a run. */
export interface Limits {
  readonly isOver: boolean
  readonly ledger: { readonly share: number | undefined }
  readonly time: { readonly shareAtLook: number | undefined }
}

/** How much of the budget is used, from 0 to 1, the same in a run that resumes another; undefined without a limit. */
export function usedShare({ ledger, time }: Limits): number | undefined {
  return largestShare(ledger.share, time.shareAtLook)
}

/** Whether a search may go on that has so large a part of the budget: what it finds is worth nothing if no test can follow. */
export function hasRoom(run: Limits, part: number): boolean {
  return !run.isOver && (usedShare(run) ?? 0) < part
}
