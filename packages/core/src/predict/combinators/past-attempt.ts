import type { Predictor } from '../../module/predictor.ts'
import type { AddedInput, AddedInputs } from '../../settings/added-inputs.ts'
import type { TraceStep } from '../../settings/trace-step.ts'

/** What a predictor gave, and what was wrong with it, as inputs `past_<field>` and `feedback` (dspy's Retry). */
export function pastAttempt(
  predictor: Predictor,
  trace: readonly TraceStep[],
  complaints: Iterable<string>,
): AddedInputs {
  const outputs = trace.findLast((step) => step.predictor === predictor)?.outputs ?? {}
  const past = predictor.signature.outputFields.flatMap(({ name, type }): AddedInput[] => {
    const value = outputs[name]
    if (value === undefined) return []
    const description = `your earlier \`${name}\`, which did not pass`
    return [{ name: `past_${name}`, type, description, value }]
  })
  const feedback: AddedInput = {
    name: 'feedback',
    type: { kind: 'str' },
    description: 'what was wrong, and has to be right this time',
    value: [...complaints].join('\n'),
  }
  return new Map([[predictor, [...past, feedback]]])
}
