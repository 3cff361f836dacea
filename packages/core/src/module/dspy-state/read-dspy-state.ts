import { StateError } from '../../errors/state-error.ts'
import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { FieldType } from '../../schema/field-type.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import type { Field } from '../../signature/field.ts'
import { inferPrefix } from '../../signature/infer-prefix.ts'
import { fieldState } from '../dump-state.ts'
import type { LoadedPredictor } from '../loaded-predictor.ts'
import type { Predictor } from '../predictor.ts'
import type { FieldState } from '../program-state.ts'
import { demoTypes } from './demo-types.ts'
import { type DSPyPredictorState, isDSPyPredictorState } from './dspy-state.ts'
import { fromDSPyValue } from './dspy-value.ts'

type Read = Pick<DSPyPredictorState, 'demos' | 'signature'>

/** A DSPy state under our names; the program's own fields say which is which. Throws `StateError`. */
export function readDSPyState(
  state: Readonly<Record<string, unknown>>,
  predictors: readonly [string, Predictor][],
): Record<string, LoadedPredictor> {
  const parts = isDSPyPredictorState(state) ? { self: state } : state
  const read: Record<string, LoadedPredictor> = {}
  const differences: string[] = []
  for (const [path, part] of Object.entries(parts)) {
    if (!isDSPyPredictorState(part)) continue
    const predictor = predictors.find(([name]) => name === path)?.[1]
    const fields = predictor ? fieldsOf(predictor) : []
    if (predictor) differences.push(...compareFields(path, fields, part))
    setOwnProperty(read, path, readPredictor(part, fields, predictor))
  }
  if (differences.length === 0) return read
  throw new StateError('The state is of another program, so nothing was loaded:', differences)
}

function fieldsOf({ signature }: Predictor): readonly Field[] {
  return [...signature.inputFields, ...signature.outputFields]
}

// Fields have no names there, but one that nobody described says its name twice.
function compareFields(path: string, fields: readonly Field[], { signature }: Read): string[] {
  if (fields.length !== signature.fields.length) {
    return [
      `\`${path}\` has ${fields.length} fields here and ${signature.fields.length} in the state`,
    ]
  }
  return fields.flatMap(({ name }, index) => {
    const named = unwrittenName(signature.fields[index])
    if (named === undefined || named === name) return []
    return [`\`${path}\`, field ${index + 1}: the program has \`${name}\`, the state \`${named}\``]
  })
}

function readPredictor(
  { signature, demos }: Read,
  fields: readonly Field[],
  predictor: Predictor | undefined,
): LoadedPredictor {
  const typeOf = predictor ? demoTypes(predictor.signature) : anyType
  return {
    instructions: signature.instructions,
    fields: fields.map((field, index): FieldState => {
      const saved = signature.fields[index]
      const { description: _own, ...state } = fieldState(field)
      return unwrittenName(saved) === undefined
        ? { ...state, description: saved?.description ?? '' }
        : state
    }),
    demos: demos.map((demo) => readDemo(demo, typeOf)),
    config: predictor?.config ?? {},
    model: null,
  }
}

const anyType = (): FieldType => ({ kind: 'any' })

function readDemo(
  demo: Readonly<Record<string, JSONValue>>,
  typeOf: (name: string) => FieldType,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(demo)) {
    setOwnProperty(values, name, fromDSPyValue(typeOf(name), value))
  }
  return values
}

function unwrittenName(
  field: { prefix?: string; description: string } | undefined,
): string | undefined {
  const name = /^\$\{([\p{L}\p{N}_]+)\}$/u.exec(field?.description ?? '')?.[1]
  return name !== undefined && field?.prefix === `${inferPrefix(name)}:` ? name : undefined
}
