import { type LM, OptionError } from '@ockham/core'
import { checkChoice } from '../options/check-choice.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { checkPromptModel } from '../run/prompt-model.ts'
import { type CandidateSelector, paretoSelector } from '../search/candidate-selector.ts'
import {
  checkSearchOptions,
  type ResolvedSearch,
  type SearchOptions,
  searchDefaults,
} from '../validation/search-options.ts'
import type { GEPAEvent } from './gepa-event.ts'

/** How much to spend, by name: about 6, 12 or 18 candidates for each predictor (dspy.GEPA). */
export type GEPAAuto = 'light' | 'medium' | 'heavy'

/** What ends the search beside the budget; whichever comes first. */
export interface GEPAStop {
  /** Runs of the program on an example. */
  metricCalls?: number
  /** Times the size of the valset, in runs of the program. */
  fullEvaluations?: number
  /** Iterations in a row that brought no new candidate. */
  noImprovement?: number
  /** A validation score that is good enough. */
  score?: number
  /** Candidates in the pool. */
  candidates?: number
  /** New instructions that were written. */
  proposals?: number
  /** US dollars for writing instructions; the budget is for all calls together. */
  reflectionUSD?: number
  /** A file that ends the search once it is there. */
  file?: string
}

/** How to search for instructions. The metric's `feedback` is what the LM learns from. */
export interface GEPAOptions<Gold extends object, Outputs extends object>
  extends SearchOptions<Gold, Outputs> {
  /** Writes instructions; by default the program's own LM, else that of the surroundings. */
  reflectionLM?: LM
  /** How much to spend where `stop` does not say; light by default. */
  auto?: GEPAAuto
  stop?: GEPAStop
  /** Examples that a proposal learns from and is first tried on; 3 by default. */
  reflectionMinibatchSize?: number
  /**
   * When a proposal is validated: `strict` as soon as it is better on its first minibatch, as DSPy does; `sequential` tries
   * it on up to four until its lead is unlikely to be luck. Strict by default: a race finds out at less cost.
   */
  acceptance?: 'sequential' | 'strict'
  /** Which candidate to build on; by default one that is best on some example. */
  candidateSelector?: CandidateSelector
  /** Which predictors get new instructions: the next one, or all. */
  componentSelector?: 'round-robin' | 'all'
  /** Proposals that are made side by side in an iteration; 1 by default. */
  proposals?: number
  /** Whether candidates that changed different predictors are merged; true by default. */
  useMerge?: boolean
  /** Merges that may come to a comparison; 5 by default. */
  maxMergeInvocations?: number
  /** Whether examples that the parent does perfectly are not reflected on; true by default. */
  skipPerfectScore?: boolean
  /** What a metric gives at best; 1 by default. */
  perfectScore?: number
  /** Hears of each step. */
  onEvent?: (event: GEPAEvent) => void
}

/** The options with every default filled in. */
export type ResolvedGEPA<Gold extends object, Outputs extends object> = ResolvedSearch<
  Gold,
  Outputs
> &
  Required<Omit<GEPAOptions<Gold, Outputs>, 'reflectionLM'>> &
  Pick<GEPAOptions<Gold, Outputs>, 'reflectionLM'>

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveGEPAOptions<Gold extends object, Outputs extends object>(
  options: GEPAOptions<Gold, Outputs>,
): ResolvedGEPA<Gold, Outputs> {
  const resolved = {
    ...searchDefaults,
    auto: 'light' as const,
    stop: {},
    reflectionMinibatchSize: 3,
    acceptance: 'strict' as const,
    candidateSelector: paretoSelector,
    componentSelector: 'round-robin' as const,
    proposals: 1,
    useMerge: true,
    maxMergeInvocations: 5,
    skipPerfectScore: true,
    perfectScore: 1,
    onEvent: () => undefined,
    ...options,
  }
  checkSearchOptions(resolved)
  checkPromptModel(resolved.reflectionLM, 'reflectionLM')
  checkChoice('auto', resolved.auto, ['light', 'medium', 'heavy'])
  checkChoice('acceptance', resolved.acceptance, ['strict', 'sequential'])
  checkChoice('componentSelector', resolved.componentSelector, ['round-robin', 'all'])
  checkWholeNumber('reflectionMinibatchSize', resolved.reflectionMinibatchSize, 1)
  checkWholeNumber('proposals', resolved.proposals, 1)
  checkWholeNumber('maxMergeInvocations', resolved.maxMergeInvocations, 0)
  for (const [name, limit] of Object.entries(resolved.stop)) {
    if (typeof limit !== 'number' || limit > 0) continue
    throw new OptionError(
      `stop.${name}`,
      `must be above 0, not ${limit}; leave it out for no limit.`,
    )
  }
  return resolved
}
