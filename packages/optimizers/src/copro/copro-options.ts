import type { LM } from '@ockham/core'
import { checkTemperature } from '../options/check-temperature.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { checkPromptModel } from '../run/prompt-model.ts'
import {
  checkSearchOptions,
  type ResolvedSearch,
  type SearchOptions,
  searchDefaults,
} from '../validation/search-options.ts'

/** How to search for instructions, predictor by predictor. */
export interface COPROOptions<Gold extends object, Outputs extends object>
  extends SearchOptions<Gold, Outputs> {
  /** Writes instructions; the program's own LM by default. */
  promptModel?: LM
  /** Instructions of a predictor in the first round, the present ones among them, and new ones later; 10 by default. */
  breadth?: number
  /** Rounds; 3 by default. */
  depth?: number
  /** Temperature at which instructions are written; 1.4 by default, which some providers refuse. */
  initTemperature?: number
}

/** The options with every default filled in. */
export type ResolvedCOPRO<Gold extends object, Outputs extends object> = ResolvedSearch<
  Gold,
  Outputs
> &
  Required<Omit<COPROOptions<Gold, Outputs>, 'promptModel'>> &
  Pick<COPROOptions<Gold, Outputs>, 'promptModel'>

const defaults = { ...searchDefaults, breadth: 10, depth: 3, initTemperature: 1.4 }

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveCOPROOptions<Gold extends object, Outputs extends object>(
  options: COPROOptions<Gold, Outputs>,
): ResolvedCOPRO<Gold, Outputs> {
  const resolved = { ...defaults, ...options }
  checkSearchOptions(resolved)
  checkPromptModel(resolved.promptModel)
  checkWholeNumber('breadth', resolved.breadth, 2)
  checkWholeNumber('depth', resolved.depth, 1)
  checkTemperature('initTemperature', resolved.initTemperature)
  return resolved
}
