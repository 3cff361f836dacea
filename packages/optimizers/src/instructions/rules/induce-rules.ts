import {
  type CallOptions,
  ContextWindowExceededError,
  OptionError,
  type Signature,
  signature,
} from '@ockham/core'
import { checkWholeNumber } from '../../options/check-whole-number.ts'
import { askForText } from '../ask/ask-for-text.ts'
import { fencedText } from '../ask/fenced-text.ts'
import { leastMaxCharacters, resolveMaxCharacters } from '../render-trace/max-characters.ts'
import { renderExamples } from '../render-trace/render-examples.ts'

/** What to find rules in. */
export interface InduceRulesOptions {
  /** Solved examples: inputs and labels. */
  readonly examples: readonly object[]
  /** How many rules to ask for; 10 by default. */
  readonly numRules?: number
  /** The most characters of examples in the prompt; 40,000 by default. */
  readonly maxCharacters?: number
}

/** Rules in words, empty when the LM found none, and how many of the first examples were given. */
export interface InducedRules {
  readonly rules: string
  readonly examplesShown: number
}

const defaultNumRules = 10
// Of a prompt that is too long this part of the examples stays; DSPy drops them one by one, a call for each.
const keptPart = 0.75

const induction: Signature = signature('examples, number_of_rules: int -> rules', {
  instructions: [
    'Each example shows the inputs of one task and the right answer. Find out by which rules the answers',
    'follow from the inputs, and write them down, about as many as asked for, so that somebody who keeps to',
    'them answers new examples correctly. Each rule stands on a line of its own, says when it holds and',
    'what to do, and holds for more than one example. Do not number the examples or quote them.',
  ].join('\n'),
  fields: {
    examples: { description: 'solved examples of the task' },
    rules: { description: 'the rules, one on each line, and nothing else' },
  },
})

/**
 * Rules that explain examples (InferRules). A prompt beyond the context window is tried again without the
 * last examples. Throws `OptionError` without examples, and what the LM throws.
 */
export async function induceRules(
  { examples, numRules = defaultNumRules, maxCharacters }: InduceRulesOptions,
  call?: CallOptions,
): Promise<InducedRules> {
  checkWholeNumber('numRules', numRules, 1)
  if (examples.length === 0) throw new OptionError('examples', 'must hold at least one example.')
  let shown = examples.length
  let limit = resolveMaxCharacters(maxCharacters)
  for (;;) {
    const rendered = renderExamples(examples.slice(0, shown), limit)
    try {
      const inputs = { examples: rendered, number_of_rules: numRules }
      const reply = await askForText(induction, inputs, call)
      return { rules: fencedText(reply), examplesShown: shown }
    } catch (error) {
      if (shown === 1 || !ContextWindowExceededError.is(error)) throw error
      shown = Math.floor(shown * keptPart)
      // Else the examples that are left would only be cut less.
      limit = Math.max(leastMaxCharacters, Math.floor(rendered.length * keptPart))
    }
  }
}
