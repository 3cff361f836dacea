import type { Module, TraceStep } from '@ockham/core'

/** One call of a traced run, its predictor by its path in the program. */
export interface NamedStep {
  readonly predictor: string
  readonly inputs: Readonly<Record<string, unknown>>
  /** The output fields, or the reply itself when it could not be read. */
  readonly outputs: Readonly<Record<string, unknown>> | string
  /** What is said of this call alone. */
  readonly feedback?: string
}

/** The steps of a trace under the names that the program has for its predictors. */
export function namedSteps(
  program: Module<never, object>,
  trace: readonly TraceStep[],
): NamedStep[] {
  const names = new Map<object, string>(
    program.namedPredictors().map(([name, predictor]) => [predictor, name]),
  )
  return trace.map(({ predictor, inputs, outputs }) => ({
    predictor: names.get(predictor) ?? 'unnamed',
    inputs,
    outputs,
  }))
}
