import { checkFraction } from '../../../errors/check-fraction.ts'
import type { LM } from '../../../lm/lm.ts'
import { type OwnLM, ownLM } from '../own-lm.ts'

/** What SemanticF1 and CompleteAndGrounded may be told. */
export interface SemanticOptions extends OwnLM {
  /** From this score on, in [0, 1], an optimizer that bootstraps takes an answer; 0.66 by default. */
  readonly threshold?: number
}

const defaults = { threshold: 0.66 }

/** The options with every default filled in; throws `OptionError`. */
export function resolveSemanticOptions(options: SemanticOptions): {
  threshold: number
  lm: LM | undefined
} {
  const { threshold } = { ...defaults, ...options }
  checkFraction('threshold', threshold)
  return { threshold, lm: ownLM(options) }
}
