import { type Demo, type Module, OptionError } from '@ockham/core'
import { checkSeed } from '../../options/check-seed.ts'
import { checkWholeNumber } from '../../options/check-whole-number.ts'
import type { ScoredInstruction } from '../coordinate/scored-instruction.ts'

/** For what to propose instructions, and in what to ground them. */
export interface ProposeGroundedOptions {
  readonly program: Module<never, object>
  readonly trainset: readonly object[]
  /** Instructions for each predictor, its own as the first among them. */
  readonly numCandidates: number
  /** For each predictor, by name, sets of demonstrations; each proposal looks at another one. */
  readonly demoCandidates?: ReadonlyMap<string, readonly (readonly Demo[])[]>
  /** Examples with the right outputs of each predictor, by name; each proposal looks at a random few. */
  readonly labelledExamples?: ReadonlyMap<string, readonly object[]>
  /** Instructions that were tried for each predictor, by name. */
  readonly previousInstructions?: ReadonlyMap<string, readonly ScoredInstruction[]>
  /** Whether a summary of the trainset is made and shown; true by default. */
  readonly dataAware?: boolean
  /** Whether the program is shown and explained; true by default. */
  readonly programAware?: boolean
  /** Whether demonstrations are shown; true by default. */
  readonly fewshotAware?: boolean
  /** Whether each proposal gets a tip; true by default. */
  readonly tipAware?: boolean
  /** Whether the source of the program's class is shown, where it is readable; true by default. */
  readonly showSource?: boolean
  /** Examples in one look at the data, and labelled ones in one proposal; 10 by default. */
  readonly viewDataBatchSize?: number
  /** The most characters of data in one part of a prompt; 40,000 by default. */
  readonly maxCharacters?: number
  /** Of tips and rollout ids; 0 by default. */
  readonly seed?: number
}

const defaults = {
  dataAware: true,
  programAware: true,
  fewshotAware: true,
  tipAware: true,
  showSource: true,
  seed: 0,
}

/** The options with every default filled in. */
export type ResolvedGrounded = ProposeGroundedOptions &
  Required<Pick<ProposeGroundedOptions, keyof typeof defaults>>

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveGroundedOptions(options: ProposeGroundedOptions): ResolvedGrounded {
  const resolved = { ...defaults, ...options }
  checkWholeNumber('numCandidates', resolved.numCandidates, 1)
  checkSeed(resolved.seed)
  if (resolved.trainset.length === 0) {
    throw new OptionError('trainset', 'must hold at least one example.')
  }
  return resolved
}
