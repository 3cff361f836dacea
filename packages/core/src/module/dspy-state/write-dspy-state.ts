import type { JSONValue } from '../../schema/json-value.ts'
import type { Field } from '../../signature/field.ts'
import { inferPrefix } from '../../signature/infer-prefix.ts'
import type { Predictor } from '../predictor.ts'
import type { DSPyPredictorState, DSPyState } from './dspy-state.ts'
import { toDSPyValue } from './dspy-value.ts'

/** The release whose form is written. */
const dspyVersion = '3.3.1'

/** The state of a program's predictors as DSPy's `program.load("x.json")` reads it. */
export function writeDSPyState(predictors: readonly [string, Predictor][]): DSPyState {
  const metadata = { dependency_versions: { dspy: dspyVersion } }
  const [only] = predictors
  // DSPy writes a bare Predict without a name above its members.
  const parts = predictors.map(([path, predictor]): [string, DSPyPredictorState] => [
    path,
    predictorState(predictor),
  ])
  return only?.[0] === 'self'
    ? { ...predictorState(only[1]), metadata }
    : { ...Object.fromEntries(parts), metadata }
}

function predictorState({ signature, demos, lm }: Predictor): DSPyPredictorState {
  const fields = [...signature.inputFields, ...signature.outputFields]
  return {
    traces: [],
    train: [],
    demos: demos.map((demo) => writeDemo(demo, fields)),
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
  fields: readonly Field[],
): Record<string, JSONValue> {
  const values: Record<string, JSONValue> = {}
  for (const [name, value] of Object.entries(demo)) {
    const type = fields.find((field) => field.name === name)?.type ?? { kind: 'any' }
    if (value !== undefined) values[name] = toDSPyValue(type, value)
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
