import type { Demo, Module } from '@ockham/core'
import { demoFor } from '../demos/demo-for.ts'
import type { Evaluation } from '../run/evaluation.ts'

/**
 * Shows each predictor what it did in a run, the last time it was called there (SIMBA's append_a_demo). Inputs are cut
 * to `maxInputCharacters`. Whether there was anything to show.
 */
export function appendDemo(
  program: Module<never, object>,
  { steps }: Evaluation,
  maxInputCharacters: number,
): boolean {
  const last = new Map(steps.map((step) => [step.predictor, step]))
  let hasChanged = false
  for (const [path, predictor] of program.namedPredictors()) {
    const step = last.get(path)
    const values = step && { ...cut(step.inputs, maxInputCharacters), ...step.outputs }
    const demo = values && demoFor(predictor, values)
    if (demo === undefined) continue
    predictor.demos = [...predictor.demos, demo]
    hasChanged = true
  }
  return hasChanged
}

function cut(inputs: Demo, limit: number): Demo {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
      return [name, text.length > limit ? `${text.slice(0, limit)} (cut off here)` : value]
    }),
  )
}
