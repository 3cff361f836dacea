import { checkWholeNumber } from '../options/check-whole-number.ts'
import { signFlipProbability } from './sign-flip-probability.ts'

/** When a sequential acceptance looks at what it has. */
export interface AcceptanceOptions {
  /** Examples between two looks: the size of a minibatch. */
  minibatchSize: number
  /** The most examples a child is tried on before its validation. */
  cap: number
}

/** `continue`: run parent and child on another minibatch. */
export type Acceptance = 'accept' | 'reject' | 'continue'

const defaults: AcceptanceOptions = { minibatchSize: 3, cap: 12 }
// Three wins without a loss are enough at once; at the cap, twice as many wins as losses are not.
const earlyProbability = 1 / 8
const finalProbability = 1 / 3
// What adding up differences may be off by.
const rounding = 1e-9

/**
 * Whether a child is worth a full validation, from its scores less its parent's on the same examples so far. It is
 * rejected at the first look at which it is not ahead, and accepted once its lead has a sign-flip probability of at
 * most 1/8, at the cap 1/3. Called after each minibatch; between looks it answers `continue`.
 *
 * Probability to accept a child, beside GEPA's "better on 3 examples", and evaluations of parent and child (GEPA: 6);
 * the test beside this file measures the table:
 *
 * TABLE
 */
export function sequentialAcceptance(
  differences: readonly number[],
  options: Partial<AcceptanceOptions> = {},
): Acceptance {
  const { minibatchSize, cap } = { ...defaults, ...options }
  checkWholeNumber('minibatchSize', minibatchSize, 1)
  checkWholeNumber('cap', cap, minibatchSize)
  const final = differences.length >= cap
  if (!final && (differences.length === 0 || differences.length % minibatchSize > 0)) {
    return 'continue'
  }
  const lead = differences.reduce((sum, difference) => sum + difference, 0)
  if (lead <= rounding) return 'reject'
  const probability = signFlipProbability(differences)
  if (probability <= (final ? finalProbability : earlyProbability)) return 'accept'
  return final ? 'reject' : 'continue'
}
