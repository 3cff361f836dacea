/** What one predictor has to know: which words of its input call for which words of its output. */
export interface Table {
  /** The name of the predictor. */
  readonly name: string
  /** The sentence that says what there is to do; instructions are recognized by it. */
  readonly task: string
  /** Words that inputs are made of. */
  readonly from: readonly string[]
  /** Words that outputs are made of. */
  readonly to: readonly string[]
}

/** Whether there are words, and all of them are of the list. */
export function areAllOf(list: readonly string[], words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => list.includes(word))
}
