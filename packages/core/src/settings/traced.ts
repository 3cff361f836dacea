import { inScope } from './scope.ts'
import type { TraceStep } from './trace-step.ts'

/** Runs a function and tells every predictor call it made, in the order in which they ended. */
export async function traced<Result>(
  run: () => Result,
): Promise<{ result: Awaited<Result>; trace: TraceStep[] }> {
  const trace: TraceStep[] = []
  const result = await inScope({ trace }, run)
  return { result, trace }
}
