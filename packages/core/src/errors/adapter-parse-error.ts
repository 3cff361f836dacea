import { OckhamError, type OckhamErrorOptions } from './ockham-error.ts'

/** Where and why a reply could not be read. */
export interface AdapterParseErrorOptions extends OckhamErrorOptions {
  adapter: string
  /** The first output field that is missing or has no valid value. */
  field: string
  /** The reply as the LM wrote it. */
  text: string
  /** The output fields that could be read. */
  partial: Readonly<Record<string, unknown>>
  reason: string
}

const shownCharacters = 500

/** The LM replied, but not with the fields the signature asks for. */
export class AdapterParseError extends OckhamError {
  static override readonly kind: string = 'AdapterParseError'
  override readonly code = 'adapter_parse'
  readonly adapter: string
  readonly field: string
  readonly text: string
  readonly partial: Readonly<Record<string, unknown>>

  constructor(options: AdapterParseErrorOptions) {
    const { adapter, field, text, partial, reason } = options
    const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text
    const read = Object.keys(partial)
    super(
      `${adapter} could not read the output field \`${field}\`: ${reason}. ` +
        `Fields read: ${read.length > 0 ? read.join(', ') : 'none'}. The LM replied: ${JSON.stringify(shown)}`,
      options,
    )
    this.adapter = adapter
    this.field = field
    this.text = text
    this.partial = partial
  }
}
