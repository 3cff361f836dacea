import type { CallRecord } from '../budget/call-record.ts'

/** One call of a predictor in a run, as JSON holds it. */
export interface EvaluationStep {
  /** The predictor's path; absent for one that the program made for the occasion. */
  readonly predictor?: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
}

/** What came of one candidate on one example. It is plain JSON, so a resumed run sees exactly what was seen before. */
export interface Evaluation {
  /** In [0, 1]; 0 where the program or the metric failed. */
  readonly score: number
  readonly feedback?: string
  /** What the program or the metric threw. */
  readonly error?: { readonly name: string; readonly message: string }
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly steps: readonly EvaluationStep[]
  /**
   * Milliseconds that the program took, and would have taken for the replies that the run knew already; absent where it
   * failed.
   */
  readonly durationMs?: number
  /** LM calls of the program. */
  readonly calls: readonly CallRecord[]
  /** LM calls of the metric, by the LM of the surroundings; absent where there were none. */
  readonly metricCalls?: readonly CallRecord[]
}

/** All LM calls that an evaluation made. */
export function allCalls({ calls, metricCalls = [] }: Evaluation): readonly CallRecord[] {
  return [...calls, ...metricCalls]
}
