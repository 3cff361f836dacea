import { OptionError } from '../../errors/option-error.ts'

/** How an LM of a table answers. */
export interface TableLMOptions {
  /** The program's input field that holds the example's key; the column's own name by default. */
  readonly field?: string
  /** What other output fields that are no texts hold, such as `{ confidence: 1 }`. */
  readonly otherFields?: Readonly<Record<string, unknown>>
  /**
   * What is done where the table has no answer. `empty`, the default, answers with an empty text, which
   * costs what is recorded and scores 0: so the model's price counts what it took to say nothing, and no
   * limit of errors ends an evaluation. `throw` throws an `LMError` that carries the cost.
   */
  readonly blank?: 'empty' | 'throw'
  /** Waits as long as the recorded call took; false by default. */
  readonly waits?: boolean
}

/** The options with every default filled in. */
export interface ResolvedTableLMOptions {
  readonly field: string | undefined
  readonly otherFields: Readonly<Record<string, unknown>>
  readonly blank: 'empty' | 'throw'
  readonly waits: boolean
}

const defaults = { field: undefined, otherFields: {}, blank: 'empty', waits: false } as const

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveTableLMOptions(options: TableLMOptions): ResolvedTableLMOptions {
  const resolved = { ...defaults, ...options }
  if (resolved.blank !== 'empty' && resolved.blank !== 'throw') {
    throw new OptionError('blank', `is "${String(resolved.blank)}"; pass "empty" or "throw".`)
  }
  return resolved
}
