import { Module } from '../../module/module.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import { callProgram } from '../rollouts/call-program.ts'
import { offer } from './offer.ts'
import type { Step } from './step.ts'
import { untilCallAborted } from './until-call-aborted.ts'

/** A module that is given other inputs than it takes. */
export class MapInputs<P extends Module<never, object>, Inputs extends object> extends Module<
  Inputs,
  ProgramOutputs<P>
> {
  module: P
  map: Step<Inputs, ProgramInputs<P>>

  constructor(module: P, map: Step<Inputs, ProgramInputs<P>>) {
    super()
    this.module = module
    this.map = map
  }

  override async forward(inputs: Inputs): Promise<ProgramOutputs<P>> {
    const mapped = await untilCallAborted(() => this.map(inputs))
    return offer(mapped, (taken) => callProgram(this.module, taken))
  }
}

/** A module whose inputs are first made from others by a function, which may be asynchronous. */
export function mapInputs<P extends Module<never, object>, Inputs extends object>(
  module: P,
  map: Step<Inputs, ProgramInputs<P>>,
): MapInputs<P, Inputs> {
  return new MapInputs(module, map)
}
