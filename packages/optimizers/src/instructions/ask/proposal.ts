import { fencedText } from './fenced-text.ts'
import { withoutLabel } from './without-label.ts'

/** What came of asking an LM for instructions; `kept` says why they are still the old ones. */
export interface Proposal {
  readonly instructions: string
  readonly kept?: 'empty' | 'unchanged'
}

/** The instructions in a reply; the current ones when it has none. */
export function toProposal(reply: string, current: string): Proposal {
  const instructions = withoutLabel(fencedText(reply))
  if (instructions === '') return { instructions: current, kept: 'empty' }
  return instructions === current.trim()
    ? { instructions: current, kept: 'unchanged' }
    : { instructions }
}
