import { OptionError } from '../../errors/option-error.ts'
import type { Tool } from '../../schema/special/tool.ts'
import { checkCount } from './check-count.ts'

/** What an agent is made with. */
export interface AgentOptions {
  readonly tools: readonly Tool[]
  /** Turns, at most, before the answer is asked for (DSPy's max_iters). Default 20. */
  readonly maxIters?: number
  /** Characters of what a tool returned that the LM is told; the rest is cut off. Default: no limit. */
  readonly maxObservationCharacters?: number
}

const defaults: Required<Omit<AgentOptions, 'tools'>> = {
  maxIters: 20,
  maxObservationCharacters: Number.POSITIVE_INFINITY,
}

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveAgentOptions(options: AgentOptions): Required<AgentOptions> {
  const { tools } = options
  const {
    maxIters = defaults.maxIters,
    maxObservationCharacters = defaults.maxObservationCharacters,
  } = options
  checkCount('maxIters', maxIters, 1)
  if (!(maxObservationCharacters >= 1)) {
    throw new OptionError('maxObservationCharacters', 'must be a number from 1.')
  }
  return { tools, maxIters, maxObservationCharacters }
}
