import type { FieldType } from '../../schema/field-type.ts'
import { pythonJSON } from '../../schema/format-value/python-json.ts'
import type { Predictor } from '../predictor.ts'
import type { ProgramState } from '../program-state.ts'
import type { DSPyState } from './dspy-state.ts'

/** A state as the text of its file. For DSPy a whole number in a float field is `3.0`, or it would print `3`. */
export function stateText(
  state: ProgramState | DSPyState,
  predictors: readonly [string, Predictor][],
): string {
  if ('format' in state) return `${JSON.stringify(state, null, 2)}\n`
  const types = predictors.map(([path, predictor]) => [path, predictorType(predictor)] as const)
  const bare = types.find(([path]) => path === 'self')?.[1]
  const type = bare ?? modelOf(types)
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
