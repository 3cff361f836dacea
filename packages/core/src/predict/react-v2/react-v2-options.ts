import { OptionError } from '../../errors/option-error.ts'
import { type AgentOptions, resolveAgentOptions } from '../tools/agent-options.ts'

/** What a ReActV2 is made with. */
export interface ReActV2Options extends AgentOptions {
  /** Tool calls of one turn that run at once, at most. Default 8. */
  readonly concurrency?: number
}

const defaults = { concurrency: 8 } as const

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveReActV2Options(options: ReActV2Options): Required<ReActV2Options> {
  const { concurrency = defaults.concurrency } = options
  if (!(Number.isInteger(concurrency) && concurrency >= 1)) {
    throw new OptionError('concurrency', 'must be a whole number from 1.')
  }
  return { ...resolveAgentOptions(options), concurrency }
}
