import type { Prediction } from '../../example/prediction.ts'
import type { AnyProgram, ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import type { CallOptions } from '../../settings/call-options.ts'

/** A call of a program whose type is a parameter. */
export function callProgram<P extends AnyProgram>(
  program: P,
  inputs: ProgramInputs<P>,
  options?: CallOptions,
): Promise<Prediction<ProgramOutputs<P>>> {
  // What a program takes and gives is what its type says, which is no news to the compiler once P is known.
  return program(inputs as never, options) as Promise<Prediction<ProgramOutputs<P>>>
}
