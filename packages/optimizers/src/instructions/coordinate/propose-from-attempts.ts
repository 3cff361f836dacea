import { type CallOptions, OptionError, type Signature, signature } from '@ockham/core'
import { checkWholeNumber } from '../../options/check-whole-number.ts'
import { askSeveral } from '../ask/ask-several.ts'
import { distinctProposals } from '../ask/distinct-proposals.ts'
import { boundedText } from '../render-trace/bounded-text.ts'
import { resolveMaxCharacters } from '../render-trace/max-characters.ts'
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
 * Throws `OptionError` without attempts, and what the LM throws.
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

/** Attempts from the worst to the best, as Markdown of at most `maxCharacters`. */
export function renderAttempts(
  attempts: readonly ScoredInstruction[],
  maxCharacters?: number,
): string {
  const ascending = [...attempts].sort((one, other) => one.score - other.score)
  const groups = ascending.map(({ instructions, score }, index) => [
    { heading: `# Instruction ${index + 1}, score ${score.toFixed(3)}`, text: instructions },
  ])
  return boundedText(groups, resolveMaxCharacters(maxCharacters))
}
