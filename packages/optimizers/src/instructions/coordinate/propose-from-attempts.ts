import { type CallOptions, OptionError, type Signature, signature } from '@ockham/core'
import { checkWholeNumber } from '../../options/check-whole-number.ts'
import { askSeveral } from '../ask/ask-several.ts'
import { distinctProposals } from '../ask/distinct-proposals.ts'
import { renderAttempts } from './render-attempts.ts'
import type { ScoredInstruction } from './scored-instruction.ts'

/** What was tried, and how often to ask. */
export interface ProposeFromAttemptsOptions {
  readonly attempts: readonly ScoredInstruction[]
  readonly breadth: number
  /** The most characters of attempts in the prompt; 40,000 by default. */
  readonly maxCharacters?: number
}

const fromAttempts: Signature = signature('attempted_instructions -> proposed_instruction', {
  instructions: [
    'These instructions for one task were given to a language model and scored, from the worst to the best.',
    'Find out what sets the good ones apart from the bad ones. Then write a new instruction that should',
    'score above all of them; it may go its own way.',
  ].join('\n'),
  fields: {
    attempted_instructions: { description: 'from the worst to the best, with their scores' },
    proposed_instruction: { description: 'the new instruction and nothing else' },
  },
})

/**
 * Up to `breadth` new instructions that learn from scored ones, each different (COPRO's later rounds).
 * Throws `OptionError` without attempts, and as `askEach` does.
 */
export async function proposeFromAttempts(
  { attempts, breadth, maxCharacters }: ProposeFromAttemptsOptions,
  call?: CallOptions,
): Promise<string[]> {
  checkWholeNumber('breadth', breadth, 1)
  if (attempts.length === 0)
    throw new OptionError('attempts', 'must hold at least one instruction.')
  const inputs = { attempted_instructions: renderAttempts(attempts, maxCharacters) }
  const replies = await askSeveral(fromAttempts, inputs, breadth, call)
  return distinctProposals(
    replies,
    attempts.map(({ instructions }) => instructions),
  )
}
