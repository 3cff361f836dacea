/** Which field of a prediction is compared with which field of the example. */
export interface AnswerFields<Name extends string, GoldName extends string> {
  /** The predicted field. */
  readonly field: Name
  /** The example's field, of the same name by default; a list holds all answers that are accepted. */
  readonly goldField?: GoldName
}

/** A row that has these fields, whatever they hold. */
export type WithFields<Name extends string> = { readonly [Key in Name]: unknown }
