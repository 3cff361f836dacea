import { largestShare, shareOf } from '../progress/largest-share.ts'
import type { GEPAStop } from './gepa-options.ts'

type Counts = Required<Pick<GEPAStop, 'candidates' | 'proposals'>>

/** How near a search is to what stops it, from 0 to 1; undefined where nothing that is counted does. */
export function stopShare(stop: GEPAStop, counts: Counts): number | undefined {
  const { candidates = Number.POSITIVE_INFINITY, proposals = Number.POSITIVE_INFINITY } = stop
  return largestShare(shareOf(counts.candidates, candidates), shareOf(counts.proposals, proposals))
}
