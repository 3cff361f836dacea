import type { Prediction } from '../example/prediction.ts'
import type { CallOptions } from '../settings/call-options.ts'

/** Anything that is called with inputs and options and gives a prediction: a module, or a function. */
export type AnyProgram = (inputs: never, options?: CallOptions) => Promise<Prediction<object>>

/** What a program is called with. */
export type ProgramInputs<P extends AnyProgram> = P extends (
  inputs: infer Inputs extends object,
  options?: CallOptions,
) => unknown
  ? Inputs
  : never

/** The output fields of what a program predicts. */
export type ProgramOutputs<P extends AnyProgram> = P extends (
  inputs: never,
  options?: CallOptions,
) => Promise<Prediction<infer Outputs extends object>>
  ? Outputs
  : never
