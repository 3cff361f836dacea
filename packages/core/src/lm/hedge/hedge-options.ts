import { OptionError } from '../../errors/option-error.ts'
import { longestTimerMs } from '../attempts/longest-timer.ts'

/** When `hedged` asks a second LM. */
export interface HedgeOptions {
  /** Milliseconds without any content of the first LM's reply. Default 10 000. */
  afterMs?: number
}

const defaults: Required<HedgeOptions> = { afterMs: 10_000 }

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveHedgeOptions(options: HedgeOptions): Required<HedgeOptions> {
  const { afterMs = defaults.afterMs } = options
  if (!(afterMs >= 0 && afterMs <= longestTimerMs)) {
    throw new OptionError('afterMs', `must be milliseconds from 0 to ${longestTimerMs}.`)
  }
  return { afterMs }
}
