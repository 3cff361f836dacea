import { StateError } from '../../errors/state-error.ts'
import { setOwnProperty } from '../../internal/set-own-property.ts'
import type { FieldType } from '../../schema/field-type.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import { inferPrefix } from '../../signature/infer-prefix.ts'
import type { Predictor } from '../predictor.ts'
import { demoTypes } from './demo-types.ts'
import type { DSPyPredictorState, DSPyState } from './dspy-state.ts'
import { toDSPyValue } from './dspy-value.ts'

/** The release whose form is written. */
const dspyVersion = '3.3.1'

/** The state of a program's predictors as DSPy's `program.load("x.json")` reads it. */
export function writeDSPyState(predictors: readonly [string, Predictor][]): DSPyState {
  if (predictors.some(([path]) => path === 'metadata')) {
    throw new StateError(
      'DSPy’s form has no room for a predictor named `metadata`: rename it, or save in our form.',
    )
  }
  const metadata = { dependency_versions: { dspy: dspyVersion } }
  const [only, ...others] = predictors
  // DSPy writes a bare Predict without a name above its members.
  const parts = predictors.map(([path, predictor]): [string, DSPyPredictorState] => [
    path,
    predictorState(predictor),
  ])
  return only?.[0] === 'self' && others.length === 0
    ? { ...predictorState(only[1]), metadata }
    : { ...Object.fromEntries(parts), metadata }
}

function predictorState({ signature, demos, lm }: Predictor): DSPyPredictorState {
  const fields = [...signature.inputFields, ...signature.outputFields]
  const typeOf = demoTypes(signature)
  return {
    traces: [],
    train: [],
    demos: demos.map((demo) => writeDemo(demo, typeOf)),
    signature: {
      instructions: signature.instructions,
      fields: fields.map(({ name, description }) => ({
        prefix: `${inferPrefix(name)}:`,
        description: description ?? `\${${name}}`,
      })),
    },
    lm: lm ? lmState(lm.model) : null,
  }
}

function writeDemo(
  demo: Readonly<Record<string, unknown>>,
  typeOf: (name: string) => FieldType,
): Record<string, JSONValue> {
  const values: Record<string, JSONValue> = {}
  for (const [name, value] of Object.entries(demo)) {
    if (value !== undefined) setOwnProperty(values, name, toDSPyValue(typeOf(name), value))
  }
  return values
}

// Keys and addresses are never written.
function lmState(model: string): Record<string, JSONValue> {
  return {
    _dspy_lm_class: 'dspy.clients.lm.LM',
    model,
    model_type: 'chat',
    cache: true,
    num_retries: 3,
    finetuning_model: null,
    launch_kwargs: {},
    train_kwargs: {},
  }
}
