import type { GEPAAuto } from './gepa-options.ts'

const candidates: Record<GEPAAuto, number> = { light: 6, medium: 12, heavy: 18 }
const minibatch = 35
const fullEvaluationSteps = 5

/** The runs of a program that DSPy's GEPA allows by name, for as many predictors and validation examples. */
export function metricCallsOf(auto: GEPAAuto, predictors: number, validation: number): number {
  const count = candidates[auto]
  const trials = Math.floor(Math.max(4 * predictors * Math.log2(count), 1.5 * count))
  const full =
    Math.floor((trials + 1) / fullEvaluationSteps) + 1 + (trials < fullEvaluationSteps ? 1 : 0)
  return validation + 5 * count + trials * minibatch + full * validation
}
