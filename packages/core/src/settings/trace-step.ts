/** One predictor call of a program run. */
export interface TraceStep {
  readonly predictor: object
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
}
