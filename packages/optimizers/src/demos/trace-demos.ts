import type { Demo, Module, TraceStep } from '@ockham/core'
import type { Random } from '../random/random.ts'

/**
 * The calls of a run as demonstrations, one for each predictor that was called, by its path. Of several
 * calls of a predictor the last is shown half the time, and else any other.
 */
export function traceDemos(
  program: Module<never, object>,
  trace: readonly TraceStep[],
  random: Random,
): Map<string, Demo> {
  const demos = new Map<string, Demo>()
  for (const [path, predictor] of program.namedPredictors()) {
    const steps = trace.filter((step) => step.predictor === predictor)
    const step = pick(steps, random)
    if (step !== undefined) demos.set(path, { ...step.inputs, ...step.outputs })
  }
  return demos
}

function pick(steps: readonly TraceStep[], random: Random): TraceStep | undefined {
  const others = steps.length - 1
  const showLast = others < 1 || random.next() < 0.5
  return steps[showLast ? others : random.below(others)]
}
