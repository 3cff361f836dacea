/**
 * What a test has found. `certified`: adequate, with the confidence that was asked for. `futile`: nothing is
 * to be gained by going on, mostly because the score is too low. `continue`: it cannot tell yet.
 */
export type Decision = 'continue' | 'certified' | 'futile'

/**
 * A test of adequacy that takes examples one by one, in an order that does not depend on their scores, and may
 * be asked after each; exact and approximate tests exchange for each other.
 */
export interface SequentialTest {
  /** What is found so far; a decision other than `continue` stays. */
  readonly decision: Decision
  /** How much there is of the evidence that a certificate takes: 1 is enough, below 0 it speaks against one. */
  readonly evidence: number
  /** Takes the score of the next example, in [0, 1], and that of the reference on it where the test compares. */
  observe(score: number, referenceScore?: number): Decision
}
