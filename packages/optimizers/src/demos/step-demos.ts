import type { Demo } from '@ockham/core'
import type { Random } from '../random/random.ts'
import type { EvaluationStep } from '../run/evaluation.ts'

/**
 * The calls of a run as demonstrations, one for each predictor that was called, by its path. Of several
 * calls of a predictor the last is shown half the time, and else any other.
 */
export function stepDemos(steps: readonly EvaluationStep[], random: Random): Map<string, Demo> {
  const byPath = new Map<string, EvaluationStep[]>()
  for (const step of steps) {
    if (step.predictor === undefined) continue
    byPath.set(step.predictor, [...(byPath.get(step.predictor) ?? []), step])
  }
  const demos = new Map<string, Demo>()
  for (const [path, calls] of byPath) {
    const step = pick(calls, random)
    if (step) demos.set(path, { ...step.inputs, ...step.outputs })
  }
  return demos
}

function pick(steps: readonly EvaluationStep[], random: Random): EvaluationStep | undefined {
  const others = steps.length - 1
  const showLast = others < 1 || random.next() < 0.5
  return steps[showLast ? others : random.below(others)]
}
