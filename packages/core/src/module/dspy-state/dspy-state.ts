import { isRecord } from '../../internal/is-record.ts'
import type { JSONValue } from '../../schema/json-value.ts'

/** One predictor as DSPy's `program.save("x.json")` writes it: fields by position, without names or types. */
export interface DSPyPredictorState {
  traces: JSONValue[]
  train: JSONValue[]
  demos: { [field: string]: JSONValue }[]
  signature: { instructions: string; fields: { prefix: string; description: string }[] }
  lm: { [setting: string]: JSONValue } | null
}

/** A program as DSPy writes it: predictors by path, or one predictor's members for a bare `Predict`. */
export interface DSPyState {
  metadata: { dependency_versions: { [name: string]: string } }
  [path: string]: JSONValue | DSPyPredictorState
}

/** Whether a state is in our own form; `format` may be a predictor of DSPy's. */
export function isOurs<State extends object>(
  state: State,
): state is Extract<State, { format: 'ockham-program' }> {
  return Reflect.get(state, 'format') === 'ockham-program'
}

/** Whether a value is a state that DSPy wrote, of whatever version. */
export function isDSPyState(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value) || isOurs(value)) return false
  return isDSPyPredictorState(value) || Object.values(value).some(isDSPyPredictorState)
}

/** Whether a value is what DSPy wrote of one predictor, as far as it is read. */
export function isDSPyPredictorState(
  value: unknown,
): value is Pick<DSPyPredictorState, 'demos' | 'signature'> {
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
