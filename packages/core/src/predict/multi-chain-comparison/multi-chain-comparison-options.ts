import { OptionError } from '../../errors/option-error.ts'
import type { LMConfig } from '../../lm/lm-config.ts'

/** What MultiChainComparison may be told: `m`, and LM settings of its call, temperature 0.7 by default. */
export interface MultiChainComparisonOptions extends LMConfig {
  /** How many attempts are compared; 3 by default (DSPy: `M`). */
  m?: number
}

const defaults = { m: 3, temperature: 0.7 }

/** The options with every default filled in, apart from the LM settings; throws `OptionError`. */
export function resolveMultiChainComparisonOptions(options: MultiChainComparisonOptions): {
  m: number
  config: LMConfig
} {
  const { m, ...config } = { ...defaults, ...options }
  if (!Number.isInteger(m) || m < 1) {
    throw new OptionError('m', `must be a whole number from 1, not ${m}.`)
  }
  return { m, config }
}
