import { OptionError } from '../../errors/option-error.ts'
import { longestTimerMs } from '../../lm/attempts/longest-timer.ts'

/** How events are sent. */
export interface SSEOptions {
  /** After so many milliseconds without an event a comment is sent, so that nobody closes the connection. Default 15 000. */
  heartbeatMs?: number
  /** What a reader is told of an error; its own message may quote prompts and replies. Default: no more than its code. */
  errorMessage?: (error: unknown) => string
}

const defaults: Required<SSEOptions> = {
  heartbeatMs: 15_000,
  errorMessage: () => 'The answer could not be completed.',
}

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveSSEOptions(options: SSEOptions): Required<SSEOptions> {
  const { heartbeatMs = defaults.heartbeatMs, errorMessage = defaults.errorMessage } = options
  if (!(heartbeatMs >= 1 && heartbeatMs <= longestTimerMs)) {
    throw new OptionError('heartbeatMs', `must be milliseconds from 1 to ${longestTimerMs}.`)
  }
  return { heartbeatMs, errorMessage }
}
