/** What the progress of every run has in common. */
export interface CompileProgress {
  /** What was just done or begins now, in words. */
  readonly stage: string
  /** Candidates that were compared, for optimizers that do so. */
  readonly candidates?: number
  /** The best validation score so far. */
  readonly best?: number | undefined
  /** LM calls so far; replies that a cache held are none. */
  readonly calls: number
  /** US dollars so far; null when the price of a call is not known. */
  readonly costUSD: number | null
  /** Seconds since the run began; with a budget in seconds, also those before it was resumed. */
  readonly elapsed: number
  /**
   * How much of the run is done, from 0 to 1: the largest of what is used of the budget and what the optimizer itself
   * counts. It never falls; undefined while nothing limits the run.
   */
  readonly share: number | undefined
  /** Whether the run has ended, well or not: nothing comes after this. */
  readonly isLast: boolean
}

/** What a run can tell of itself by the clock and its limits. */
export type Pace = Pick<CompileProgress, 'elapsed' | 'share'>
