import { type CallOptions, type Signature, signature } from '@ockham/core'
import { askForText } from '../ask/ask-for-text.ts'
import { toProposal } from '../ask/proposal.ts'
import { type CopySources, copiedPassages } from './copied-passages.ts'
import { stripPassages } from './strip-passages.ts'

/** New instructions, and from what they may not copy. */
export interface WithoutCopiesOptions extends CopySources {
  readonly instructions: string
  /** The instructions before, which may be repeated; they stay when all of the new ones is copied. */
  readonly current: string
}

/** Instructions that copy nothing, and how they came about. */
export interface OriginalInstructions {
  readonly instructions: string
  /** What the instructions given had copied. */
  readonly copied: readonly string[]
  readonly outcome: 'clean' | 'rewritten' | 'stripped' | 'kept'
}

const rewriting: Signature = signature(
  'instruction, copied_passages: list[str] -> revised_instruction',
  {
    instructions: [
      'The instruction repeats passages of single examples. It will be used on other examples, where such',
      'passages mislead. Write the instruction again. Put in place of each copied passage the general rule',
      'that it was meant to show, in your own words, or nothing. Leave the rest as it is.',
      '',
      'Write the whole instruction between a line ``` and a line ```.',
    ].join('\n'),
    fields: { revised_instruction: { description: 'the whole instruction, between ``` and ```' } },
  },
)

/**
 * Instructions without passages of examples: an LM is asked once to write copied ones anew, and what it
 * copies again is taken out. Throws `OptionError`, and what the LM throws.
 */
export async function withoutCopies(
  { instructions, current, ...sources }: WithoutCopiesOptions,
  call?: CallOptions,
): Promise<OriginalInstructions> {
  const allowing = { ...sources, allowed: [current, ...(sources.allowed ?? [])] }
  const copied = copiedPassages(instructions, allowing).map(({ text }) => text)
  if (copied.length === 0) return { instructions, copied, outcome: 'clean' }
  const reply = await askForText(
    rewriting,
    { instruction: instructions, copied_passages: copied },
    call,
  )
  const rewritten = toProposal(reply, instructions).instructions
  const stripped = withoutAny(rewritten, allowing)
  if (stripped === rewritten) return { instructions: rewritten, copied, outcome: 'rewritten' }
  return stripped === ''
    ? { instructions: current, copied, outcome: 'kept' }
    : { instructions: stripped, copied, outcome: 'stripped' }
}

// What stood on both sides of a passage may be a copy again; each round takes words away, so it ends.
function withoutAny(text: string, sources: CopySources): string {
  const passages = copiedPassages(text, sources)
  return passages.length === 0 ? text : withoutAny(stripPassages(text, passages), sources)
}
