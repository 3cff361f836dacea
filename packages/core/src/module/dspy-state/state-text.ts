import type { FieldType } from '../../schema/field-type.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { Predictor } from '../predictor.ts'
import type { ProgramState } from '../program-state.ts'
import { type DSPyState, isOurs } from './dspy-state.ts'

/** A state as the text of its file. For DSPy a whole number in a float field is `3.0`, or it would print `3`. */
export function stateText(
  state: ProgramState | DSPyState,
  predictors: readonly [string, Predictor][],
): string {
  if (isOurs(state)) return `${JSON.stringify(state, null, 2)}\n`
  const types = predictors.map(([path, predictor]) => [path, predictorType(predictor)] as const)
  const [only, ...others] = types
  const type = only?.[0] === 'self' && others.length === 0 ? only[1] : modelOf(types)
  return `${pythonJSON(type, state, { indent: 2 })}\n`
}

function predictorType({ signature }: Predictor): FieldType {
  const fields = [...signature.inputFields, ...signature.outputFields]
  const demo = modelOf(fields.map(({ name, type }) => [name, type] as const))
  return modelOf([['demos', { kind: 'list', item: demo }]])
}

function modelOf(properties: readonly (readonly [string, FieldType])[]): FieldType {
  return {
    kind: 'model',
    name: '',
    properties: properties.map(([name, type]) => ({ name, type, required: true })),
  }
}
