import type { Prediction } from '../../example/prediction.ts'
import type { CallOptions } from '../../settings/call-options.ts'

/** A part of a program: a module, or a function from fields to fields. */
export type Step<Inputs extends object, Outputs extends object> = (
  inputs: Inputs,
  options?: CallOptions,
) => Outputs | Promise<Outputs>

/** The fields that a step gives, without what a prediction knows of itself. */
export type StepFields<Outputs extends object> =
  Outputs extends Prediction<infer Fields extends object> ? Fields : Outputs
