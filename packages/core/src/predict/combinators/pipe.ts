import { OptionError } from '../../errors/option-error.ts'
import { Module } from '../../module/module.ts'
import type { After, NotYet } from './after.ts'
import { offer } from './offer.ts'
import type { Step, StepFields } from './step.ts'

/** Steps one after the other; its predictors are called `steps[0]`, `steps[1].predict`, … */
export class Pipe<Inputs extends object, Outputs extends object> extends Module<Inputs, Outputs> {
  steps: readonly Step<never, object>[]

  constructor(steps: readonly Step<never, object>[]) {
    super()
    const stranger = steps.findIndex((step) => typeof step !== 'function')
    if (stranger >= 0 || steps.length === 0) {
      throw new OptionError('steps', 'must be modules or functions, at least one.')
    }
    this.steps = steps
  }

  override async forward(inputs: Inputs): Promise<Outputs> {
    let fields: object = { ...inputs }
    let outputs = fields
    for (const step of this.steps) {
      // The signatures of `pipe` have matched each step with the fields before it.
      outputs = await offer(fields, step as Step<object, object>)
      fields = { ...fields, ...outputs }
    }
    return outputs as Outputs // what the last step gives
  }
}

type Result<Inputs extends object, Given extends object> = Pipe<Inputs, StepFields<Given>>

/**
 * A module of steps: each takes what it needs of the inputs and of all that the steps before it gave, and
 * the outputs are those of the last. A step is a module, or a function from fields to fields.
 */
export function pipe<I extends object, A extends object = NotYet>(a: Step<I, A>): Result<I, A>
export function pipe<I extends object, A extends object = NotYet, B extends object = NotYet>(
  a: Step<I, A>,
  b: Step<NoInfer<After<I, A>>, B>,
): Result<I, B>
export function pipe<
  I extends object,
  A extends object = NotYet,
  B extends object = NotYet,
  C extends object = NotYet,
>(
  a: Step<I, A>,
  b: Step<NoInfer<After<I, A>>, B>,
  c: Step<NoInfer<After<After<I, A>, B>>, C>,
): Result<I, C>
export function pipe<
  I extends object,
  A extends object = NotYet,
  B extends object = NotYet,
  C extends object = NotYet,
  D extends object = NotYet,
>(
  a: Step<I, A>,
  b: Step<NoInfer<After<I, A>>, B>,
  c: Step<NoInfer<After<After<I, A>, B>>, C>,
  d: Step<NoInfer<After<After<After<I, A>, B>, C>>, D>,
): Result<I, D>
export function pipe<
  I extends object,
  A extends object = NotYet,
  B extends object = NotYet,
  C extends object = NotYet,
  D extends object = NotYet,
  E extends object = NotYet,
>(
  a: Step<I, A>,
  b: Step<NoInfer<After<I, A>>, B>,
  c: Step<NoInfer<After<After<I, A>, B>>, C>,
  d: Step<NoInfer<After<After<After<I, A>, B>, C>>, D>,
  e: Step<NoInfer<After<After<After<After<I, A>, B>, C>, D>>, E>,
): Result<I, E>
export function pipe(...steps: Step<never, object>[]): Module<object, object> {
  return new Pipe(steps)
}
