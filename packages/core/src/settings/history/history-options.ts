import { OptionError } from '../../errors/option-error.ts'

/** How much of the past is kept. */
export interface HistoryOptions {
  /** LM calls; 100 by default. */
  readonly calls?: number
  /**
   * Bytes that their messages and replies may take; 32 MiB by default. The last call is kept however
   * large it is.
   */
  readonly bytes?: number
}

const defaults: Required<HistoryOptions> = { calls: 100, bytes: 32 * 1024 * 1024 }

/** The limits that a setting means; throws `OptionError` unless they are whole numbers from 0. */
export function resolveHistoryOptions(
  setting: number | HistoryOptions | undefined,
): Required<HistoryOptions> {
  if (setting === undefined) return defaults
  if (typeof setting === 'number') {
    return { calls: checked('history', setting), bytes: defaults.bytes }
  }
  return {
    calls: checked('history.calls', setting.calls ?? defaults.calls),
    bytes: checked('history.bytes', setting.bytes ?? defaults.bytes),
  }
}

function checked(option: string, value: number): number {
  if (Number.isInteger(value) && value >= 0) return value
  throw new OptionError(option, `must be a whole number from 0, not ${value}.`)
}
