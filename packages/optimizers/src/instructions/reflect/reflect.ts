import { type CallOptions, OptionError, type Signature, signature } from '@ockham/core'
import { askForText } from '../ask/ask-for-text.ts'
import { type Proposal, toProposal } from '../ask/proposal.ts'
import { fenced } from '../render-trace/fenced.ts'
import { type ReflectiveRecord, renderRecords } from './render-records.ts'

/** What to reflect on. */
export interface ReflectOptions {
  /** The instructions as they are. */
  readonly instructions: string
  /** Calls made under them. */
  readonly records: readonly ReflectiveRecord[]
  /** The most characters of records in the prompt; 40,000 by default. */
  readonly maxCharacters?: number
}

const reflection: Signature = signature('current_instruction, examples -> improved_instruction', {
  instructions: [
    'An assistant was given the current instruction and worked on the examples. The feedback on each',
    'example says what was right or wrong. Write an improved instruction for the same assistant.',
    '',
    'First find out from the inputs what the task is and in which form it comes. Then find in the feedback',
    'what the assistant has to know or do and was not told: facts of the field, conventions, the form of',
    'the output, a way of proceeding that worked. Put all of it into the instruction, in general terms,',
    'because the assistant will see nothing else, and will see other examples than these. Keep what is',
    'good in the current instruction. Do not quote the examples, and do not mention them.',
    '',
    'Write the whole improved instruction between a line ``` and a line ```.',
  ].join('\n'),
  fields: {
    examples: { description: 'inputs, what the assistant made of them, and feedback on it' },
    improved_instruction: { description: 'the whole new instruction, between ``` and ```' },
  },
})

/**
 * Better instructions out of feedback on calls made under the current ones (GEPA's reflective mutation).
 * Throws `OptionError` without records, and what the LM throws.
 */
export async function reflect(
  { instructions, records, maxCharacters }: ReflectOptions,
  call?: CallOptions,
): Promise<Proposal> {
  if (records.length === 0) throw new OptionError('records', 'must hold at least one call.')
  const inputs = {
    current_instruction: fenced(instructions),
    examples: renderRecords(records, maxCharacters),
  }
  return toProposal(await askForText(reflection, inputs, call), instructions)
}
