import { type LM, OptionError } from '@ockham/core'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { checkPromptModel } from '../run/prompt-model.ts'
import {
  checkSearchOptions,
  type ResolvedSearch,
  type SearchOptions,
  searchDefaults,
} from '../validation/search-options.ts'

/** How to learn from runs that went well and badly. */
export interface SIMBAOptions<Gold extends object, Outputs extends object>
  extends SearchOptions<Gold, Outputs> {
  /** Writes rules; the program's own LM by default. */
  promptModel?: LM
  /** Examples in a step; 32 by default. */
  bsize?: number
  /** Runs of each example in a step, and one less than the new programs that come of a step; 6 by default. */
  numCandidates?: number
  /** Steps; 8 by default. */
  maxSteps?: number
  /** Demonstrations of a predictor, about; without any, programs only get rules; 4 by default. */
  maxDemos?: number
  /** Characters of an input in a demonstration; 100,000 by default. */
  demoInputFieldMaxlen?: number
  /** How evenly the programs are drawn that run the examples; .2 by default, where .1 of score makes 1.6 times as likely. */
  temperatureForSampling?: number
  /** How evenly the programs are drawn from which new ones are made; .2 by default. */
  temperatureForCandidates?: number
}

/** The options with every default filled in. */
export type ResolvedSIMBA<Gold extends object, Outputs extends object> = ResolvedSearch<
  Gold,
  Outputs
> &
  Required<Omit<SIMBAOptions<Gold, Outputs>, 'promptModel'>> &
  Pick<SIMBAOptions<Gold, Outputs>, 'promptModel'>

const defaults = {
  ...searchDefaults,
  bsize: 32,
  numCandidates: 6,
  maxSteps: 8,
  maxDemos: 4,
  demoInputFieldMaxlen: 100_000,
  temperatureForSampling: 0.2,
  temperatureForCandidates: 0.2,
}

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveSIMBAOptions<Gold extends object, Outputs extends object>(
  options: SIMBAOptions<Gold, Outputs>,
): ResolvedSIMBA<Gold, Outputs> {
  const resolved = { ...defaults, ...options }
  checkSearchOptions(resolved)
  checkPromptModel(resolved.promptModel)
  for (const name of ['bsize', 'numCandidates', 'maxSteps', 'demoInputFieldMaxlen'] as const) {
    checkWholeNumber(name, resolved[name], 1)
  }
  checkWholeNumber('maxDemos', resolved.maxDemos, 0)
  for (const name of ['temperatureForSampling', 'temperatureForCandidates'] as const) {
    if (!(resolved[name] > 0))
      throw new OptionError(name, `must be above 0, not ${resolved[name]}.`)
  }
  return resolved
}
