import type { JSONValue } from '../schema/json-value.ts'
import { typeName } from '../schema/type-name.ts'
import type { Field } from '../signature/field.ts'
import type { Predictor } from './predictor.ts'
import type { FieldState, PredictorState, ProgramState } from './program-state.ts'

/** The state of a program's predictors, free of references to them. */
export function dumpState(predictors: readonly [string, Predictor][]): ProgramState {
  return {
    format: 'ockham-program',
    version: 1,
    predictors: Object.fromEntries(
      predictors.map(([path, predictor]) => [path, predictorState(predictor)]),
    ),
  }
}

function predictorState(predictor: Predictor): PredictorState {
  const { signature, demos, config, lm } = predictor
  return {
    instructions: signature.instructions,
    fields: [...signature.inputFields, ...signature.outputFields].map(fieldState),
    demos: demos.map((demo) => jsonMembers(demo)),
    config: structuredClone(config),
    model: lm?.model ?? null,
  }
}

/** A field as a state remembers it. */
export function fieldState(field: Field): FieldState {
  return {
    name: field.name,
    side: field.side,
    type: typeName(field.type),
    ...(field.description === undefined ? {} : { description: field.description }),
  }
}

function jsonMembers(demo: Readonly<Record<string, unknown>>): { [field: string]: JSONValue } {
  // JSON in, JSON out: what JSON cannot hold, such as a function, is left out.
  return JSON.parse(JSON.stringify({ ...demo }))
}
