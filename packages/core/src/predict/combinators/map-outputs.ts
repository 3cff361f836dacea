import type { Prediction } from '../../example/prediction.ts'
import { Module } from '../../module/module.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import { callProgram } from '../rollouts/call-program.ts'
import { untilCallAborted } from './until-call-aborted.ts'

/** Makes outputs of a prediction, and of the inputs it was made for. */
export type OutputMap<P extends Module<never, object>, Outputs extends object> = (
  prediction: Prediction<ProgramOutputs<P>>,
  inputs: ProgramInputs<P>,
) => Outputs | Promise<Outputs>

/** A module that gives other outputs than its predictors do. */
export class MapOutputs<P extends Module<never, object>, Outputs extends object> extends Module<
  ProgramInputs<P>,
  Outputs
> {
  module: P
  map: OutputMap<P, Outputs>

  constructor(module: P, map: OutputMap<P, Outputs>) {
    super()
    this.module = module
    this.map = map
  }

  override async forward(inputs: ProgramInputs<P>): Promise<Outputs> {
    const prediction = await callProgram(this.module, inputs)
    return untilCallAborted(() => this.map(prediction, inputs))
  }
}

/** A module whose outputs are made into others by a function, which may be asynchronous. */
export function mapOutputs<P extends Module<never, object>, Outputs extends object>(
  module: P,
  map: OutputMap<P, Outputs>,
): MapOutputs<P, Outputs> {
  return new MapOutputs(module, map)
}
