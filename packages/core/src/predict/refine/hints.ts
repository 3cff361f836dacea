import type { Predictor } from '../../module/predictor.ts'
import type { AddedInputs } from '../../settings/added-inputs.ts'

// As in DSPy: who is not to blame is told so.
const noAdvice = 'N/A'

/** Advice as an input `hint_` of each predictor. */
export function hints(
  predictors: readonly [string, Predictor][],
  advice: ReadonlyMap<string, string>,
): AddedInputs {
  return new Map(
    predictors.map(([name, predictor]) => {
      const value = advice.get(name) ?? noAdvice
      const description = 'advice from an earlier attempt at the same task'
      return [predictor, [{ name: 'hint_', type: { kind: 'str' }, description, value }]]
    }),
  )
}
