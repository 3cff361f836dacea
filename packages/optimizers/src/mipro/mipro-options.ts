import type { LM } from '@ockham/core'
import { checkChoice } from '../options/check-choice.ts'
import { checkTemperature } from '../options/check-temperature.ts'
import { checkThreshold } from '../options/check-threshold.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { checkPromptModel } from '../run/prompt-model.ts'
import {
  checkSearchOptions,
  type ResolvedSearch,
  type SearchOptions,
  searchDefaults,
} from '../validation/search-options.ts'

/** How much to spend, by name (dspy.MIPROv2). */
export type MIPROAuto = 'light' | 'medium' | 'heavy'

/** How to search for instructions and demonstrations together. */
export interface MIPROv2Options<Gold extends object, Outputs extends object>
  extends SearchOptions<Gold, Outputs> {
  /** Writes instructions; by default the program's own LM, else that of the surroundings. */
  promptModel?: LM
  /** How many candidates and validation examples there are; light by default: 6 and 100, 12 and 300, 18 and 1,000. */
  auto?: MIPROAuto
  /** Sets of demonstrations, and instructions, for each predictor; by default as `auto` says. */
  numCandidates?: number
  /** Combinations that are tried; by default by the numbers of predictors and candidates. */
  numTrials?: number
  metricThreshold?: number
  /** Both are 4 by default; both 0 leaves demonstrations alone. */
  maxBootstrappedDemos?: number
  maxLabeledDemos?: number
  /** Whether combinations are first tried on some of the validation examples; by default where they do not race and are more than 50. */
  minibatch?: boolean
  /** Validation examples in such a trial; 35 by default. */
  minibatchSize?: number
  /** After so many trials the best combination so far is evaluated on all; 5 by default. */
  minibatchFullEvalSteps?: number
  /** Temperature at which instructions are written; 1 by default. */
  initTemperature?: number
  /** Examples in one look at the data; 10 by default. */
  viewDataBatchSize?: number
  /** Whether the source of the program's class is shown to the LM that writes instructions; true by default. */
  showSource?: boolean
  programAware?: boolean
  dataAware?: boolean
  tipAware?: boolean
  fewshotAware?: boolean
}

type Optional = 'promptModel' | 'numCandidates' | 'numTrials' | 'metricThreshold' | 'minibatch'

/** The options with every default filled in. */
export type ResolvedMIPRO<Gold extends object, Outputs extends object> = ResolvedSearch<
  Gold,
  Outputs
> &
  Required<Omit<MIPROv2Options<Gold, Outputs>, Optional>> &
  Pick<MIPROv2Options<Gold, Outputs>, Optional>

/** Candidates, and validation examples, for each name. */
export const autoSettings: Readonly<Record<MIPROAuto, { candidates: number; validation: number }>> =
  {
    light: { candidates: 6, validation: 100 },
    medium: { candidates: 12, validation: 300 },
    heavy: { candidates: 18, validation: 1000 },
  }

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveMIPROOptions<Gold extends object, Outputs extends object>(
  options: MIPROv2Options<Gold, Outputs>,
): ResolvedMIPRO<Gold, Outputs> {
  const resolved = {
    ...searchDefaults,
    seed: 9,
    auto: 'light' as const,
    maxBootstrappedDemos: 4,
    maxLabeledDemos: 4,
    minibatchSize: 35,
    minibatchFullEvalSteps: 5,
    initTemperature: 1,
    viewDataBatchSize: 10,
    showSource: true,
    programAware: true,
    dataAware: true,
    tipAware: true,
    fewshotAware: true,
    ...options,
  }
  checkSearchOptions(resolved)
  checkPromptModel(resolved.promptModel)
  checkChoice('auto', resolved.auto, Object.keys(autoSettings))
  checkTemperature('initTemperature', resolved.initTemperature)
  checkThreshold(resolved.metricThreshold)
  const { numCandidates = 1, numTrials = 1, minibatchSize } = resolved
  const { minibatchFullEvalSteps, viewDataBatchSize } = resolved
  const atLeastOne = {
    numCandidates,
    numTrials,
    minibatchSize,
    minibatchFullEvalSteps,
    viewDataBatchSize,
  }
  for (const [name, value] of Object.entries(atLeastOne)) checkWholeNumber(name, value, 1)
  checkWholeNumber('maxBootstrappedDemos', resolved.maxBootstrappedDemos, 0)
  checkWholeNumber('maxLabeledDemos', resolved.maxLabeledDemos, 0)
  return resolved
}
