import { StateError } from '../errors/state-error.ts'
import { isRecord } from '../internal/is-record.ts'
import type { JSONValue } from '../schema/json-value.ts'
import { fieldState } from './dump-state.ts'
import type { Predictor } from './predictor.ts'
import type { PredictorState } from './program-state.ts'

/** One predictor as DSPy's `program.save("x.json")` writes it: fields by position, without names or types. */
interface DSPyPredictorState {
  demos: { [field: string]: JSONValue }[]
  signature: { instructions: string; fields: { prefix: string; description: string }[] }
}

/** Whether a value is a state that DSPy wrote: predictors at the top, or one predictor's keys. */
export function isDSPyState(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value) || 'format' in value) return false
  return isPredictorState(value) || Object.values(value).some(isPredictorState)
}

/** A DSPy state under our names; the program's own fields say which is which. */
export function readDSPyState(
  state: Readonly<Record<string, unknown>>,
  predictors: readonly [string, Predictor][],
): Record<string, PredictorState> {
  const parts = isPredictorState(state) ? { self: state } : state
  const read: Record<string, PredictorState> = {}
  for (const [path, part] of Object.entries(parts)) {
    if (!isPredictorState(part)) continue
    const predictor = predictors.find(([name]) => name === path)?.[1]
    read[path] = readPredictor(path, part, predictor)
  }
  return read
}

function readPredictor(
  path: string,
  state: DSPyPredictorState,
  predictor: Predictor | undefined,
): PredictorState {
  const { instructions, fields } = state.signature
  const ours = predictor
    ? [...predictor.signature.inputFields, ...predictor.signature.outputFields].map(fieldState)
    : []
  if (predictor && ours.length !== fields.length) {
    throw new StateError('The state is of another program, so nothing was loaded:', [
      `\`${path}\` has ${ours.length} fields here and ${fields.length} in the state`,
    ])
  }
  return {
    instructions,
    fields: ours.map((field, index) => {
      const description = fields[index]?.description
      // `${name}` is DSPy's mark for "no description".
      return description === undefined || description === `\${${field.name}}`
        ? field
        : { ...field, description }
    }),
    demos: state.demos.map(({ augmented: _augmented, ...demo }) => demo),
    config: predictor?.config ?? {},
    model: null,
  }
}

function isPredictorState(value: unknown): value is DSPyPredictorState {
  if (!isRecord(value)) return false
  const { demos, signature } = value
  return (
    Array.isArray(demos) &&
    demos.every(isRecord) &&
    isRecord(signature) &&
    typeof signature['instructions'] === 'string' &&
    Array.isArray(signature['fields']) &&
    signature['fields'].every(
      (field) => isRecord(field) && typeof field['description'] === 'string',
    )
  )
}
