import type { Module, ProgramInputs, ProgramOutputs } from '@ockham/core'

/** What is done instead of a program's own `forward`, with a copy of the program that this call alone has. */
export type Forward<Program extends Module<never, object>> = (
  copy: Program,
  inputs: ProgramInputs<Program>,
) => Promise<ProgramOutputs<Program>>

/**
 * Gives a program another `forward`. The program stays what it is, to the compiler too: its class, its predictors
 * and their names, its state; copies of it have the same `forward`.
 */
export function withForward<Program extends Module<never, object>>(
  program: Program,
  forward: Forward<Program>,
): Program {
  // Not enumerable, since what is would be searched for predictors.
  return Object.defineProperty(program, 'forward', {
    configurable: true,
    value(this: Program, inputs: ProgramInputs<Program>) {
      const copy = this.copy()
      Reflect.deleteProperty(copy, 'forward')
      return forward(copy, inputs)
    },
  })
}
