import { OptionError } from '../../errors/option-error.ts'

/** How events are sent. */
export interface SSEOptions {
  /** A comment is sent whenever nothing came for so many milliseconds, so that proxies keep the connection; 15,000 by default, 0 for none. */
  heartbeatMs?: number
  /** What the reader is told of an error; by default only that the program failed, for a message may not be for them. */
  errorMessage?: (error: unknown) => string
}

const defaults: Required<SSEOptions> = {
  heartbeatMs: 15_000,
  errorMessage: () => 'The program failed.',
}

/** The longest time that a timer can wait. */
const longestMs = 2_147_483_647

/** The options with every default filled in; throws `OptionError`. */
export function resolveSSEOptions(options: SSEOptions): Required<SSEOptions> {
  const { heartbeatMs = defaults.heartbeatMs, errorMessage = defaults.errorMessage } = options
  if (!(heartbeatMs >= 0 && heartbeatMs <= longestMs)) {
    throw new OptionError('heartbeatMs', `is in milliseconds, from 0 on, not ${heartbeatMs}.`)
  }
  return { heartbeatMs, errorMessage }
}
