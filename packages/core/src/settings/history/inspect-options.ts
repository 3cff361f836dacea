import { OptionError } from '../../errors/option-error.ts'
import type { TextTarget } from '../../internal/text-style.ts'

/** Of which calls to show, how, and where. */
export interface InspectOptions {
  /** An LM, a predictor or a module whose calls to show; without it those of all. */
  readonly of?: object
  /** A stream to print to; standard output by default. */
  readonly file?: TextTarget
  /** Takes the text in place of a stream, such as a logger. */
  readonly write?: (text: string) => void
  /** By default a terminal gets colours, as NO_COLOR and FORCE_COLOR say. */
  readonly color?: boolean
}

/** Where the text goes; throws `OptionError` when that is said twice. */
export function resolveTarget({ file, write }: InspectOptions): TextTarget {
  if (file && write) throw new OptionError('write', 'cannot be combined with `file`; give one.')
  return file ?? (write ? { write } : process.stdout)
}
