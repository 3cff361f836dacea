/** Instructions that were tried, and how well they did. */
export interface ScoredInstruction {
  readonly instructions: string
  /** From 0 to 1, more is better. */
  readonly score: number
}
