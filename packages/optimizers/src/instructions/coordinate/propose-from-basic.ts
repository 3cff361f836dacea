import { type CallOptions, type Signature, signature } from '@ockham/core'
import { checkWholeNumber } from '../../options/check-whole-number.ts'
import { askSeveral } from '../ask/ask-several.ts'
import { distinctProposals } from '../ask/distinct-proposals.ts'

/** What to vary, and how often to ask. */
export interface ProposeFromBasicOptions {
  readonly instructions: string
  readonly breadth: number
}

const fromBasic: Signature = signature('basic_instruction -> proposed_instruction', {
  instructions: [
    'The basic instruction tells a language model what to do. Write another instruction for the same task',
    'under which a good model would do it better: clearer, more complete, or from another side. Be bold.',
  ].join('\n'),
  fields: { proposed_instruction: { description: 'the new instruction and nothing else' } },
})

/**
 * Up to `breadth` new instructions in place of basic ones, each different (COPRO's first round). Fewer, or
 * none, when the LM repeats itself or fails now and then. Throws `OptionError`, and as `askEach` does.
 */
export async function proposeFromBasic(
  { instructions, breadth }: ProposeFromBasicOptions,
  call?: CallOptions,
): Promise<string[]> {
  checkWholeNumber('breadth', breadth, 1)
  const replies = await askSeveral(fromBasic, { basic_instruction: instructions }, breadth, call)
  return distinctProposals(replies, [instructions])
}
