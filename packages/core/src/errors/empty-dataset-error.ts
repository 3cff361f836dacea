import { OckhamError } from './ockham-error.ts'

/** An operation that needs examples was given none. */
export class EmptyDatasetError extends OckhamError {
  static override readonly kind: string = 'EmptyDatasetError'
  override readonly code = 'empty_dataset'

  constructor(name: string) {
    super(
      `\`${name}\` is empty: pass at least one example, made with example(row, { inputs: […] }).`,
    )
  }
}
