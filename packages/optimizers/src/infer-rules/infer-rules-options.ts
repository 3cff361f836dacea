import type { LM } from '@ockham/core'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { checkPromptModel } from '../run/prompt-model.ts'
import {
  checkSearchOptions,
  type ResolvedSearch,
  type SearchOptions,
  searchDefaults,
} from '../validation/search-options.ts'

/** How to find rules; the options of `BootstrapFewShot` mean the same here. */
export interface InferRulesOptions<Gold extends object, Outputs extends object>
  extends SearchOptions<Gold, Outputs> {
  /** Writes rules; the program's own LM by default. */
  promptModel?: LM
  /** Sets of rules that are tried; 10 by default. */
  numCandidates?: number
  /** Rules in a set, about; 10 by default. */
  numRules?: number
  metricThreshold?: number
  maxBootstrappedDemos?: number
  maxLabeledDemos?: number
  maxRounds?: number
}

type Optional = 'promptModel' | 'metricThreshold'

/** The options with every default filled in. */
export type ResolvedInferRules<Gold extends object, Outputs extends object> = ResolvedSearch<
  Gold,
  Outputs
> &
  Required<Omit<InferRulesOptions<Gold, Outputs>, Optional>> &
  Pick<InferRulesOptions<Gold, Outputs>, Optional>

const defaults = {
  ...searchDefaults,
  numCandidates: 10,
  numRules: 10,
  maxBootstrappedDemos: 4,
  maxLabeledDemos: 16,
  maxRounds: 1,
}

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveInferRulesOptions<Gold extends object, Outputs extends object>(
  options: InferRulesOptions<Gold, Outputs>,
): ResolvedInferRules<Gold, Outputs> {
  const resolved = { ...defaults, ...options }
  checkSearchOptions(resolved)
  checkPromptModel(resolved.promptModel)
  checkWholeNumber('numCandidates', resolved.numCandidates, 1)
  checkWholeNumber('numRules', resolved.numRules, 1)
  checkWholeNumber('maxBootstrappedDemos', resolved.maxBootstrappedDemos, 0)
  checkWholeNumber('maxLabeledDemos', resolved.maxLabeledDemos, 0)
  checkWholeNumber('maxRounds', resolved.maxRounds, 1)
  return resolved
}
