/** What a compile takes; null where it is not known. */
export interface ExpectedCost {
  /** LM calls: of the program, of a teacher, and prompts. */
  readonly calls: number | null
  /** US dollars, of the program and a teacher. Prompts, a metric that asks an LM, and a training are left out. */
  readonly costUSD: number | null
  /** A prompt is taken to last as long as a call of the program. */
  readonly seconds: number | null
}

/** What was run to find out. */
export interface EstimateSample {
  /** Runs of the program, and of the teacher where there is one. */
  readonly runs: number
  /** Runs that failed; they may have cost less than others do. */
  readonly errors: number
  /** LM calls that were made; replies that a cache held are none. */
  readonly calls: number
  readonly costUSD: number | null
}

/**
 * What a compile would take, as far as the budget reaches: if each run on an example is like the mean of those that
 * were tried. Races and early ends make it less; demonstrations and longer instructions make runs dearer than those.
 */
export interface CostEstimate extends ExpectedCost {
  /** The most runs on an example, and the most questions to the LM that writes instructions; without the budget. */
  readonly evaluations: number
  readonly prompts: number
  /** If each run is like the dearest of those that were tried, and they take place one after the other. */
  readonly atMost: ExpectedCost
  /** The part of the work that the budget is expected to pay for, from 0 to 1; 1 without a budget. */
  readonly affordable: number
  readonly sampled: EstimateSample
}
