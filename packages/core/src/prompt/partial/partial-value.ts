/** A field's value while its text still comes. Work is proportional to the text pushed, whatever came before. */
export interface PartialValue {
  /** The value as far as it is certain: one object that grows; undefined while nothing is. */
  readonly value: unknown
  push(text: string): void
  /** The text is complete: this is all of it. */
  end(text: string): void
}
