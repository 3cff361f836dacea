import { OptionError } from '../../errors/option-error.ts'
import type { Flatten } from '../../internal/flatten.ts'
import { ownValue } from '../../internal/own-value.ts'
import { Module } from '../../module/module.ts'
import type { ProgramInputs, ProgramOutputs } from '../../module/program.ts'
import { offer } from './offer.ts'
import type { Step } from './step.ts'

type AnyModule = Module<never, object>
type Branches = Readonly<Record<string, AnyModule>>

/** What every branch can be called with. */
type BranchInputs<B extends Branches> = {
  [Name in keyof B]: (inputs: ProgramInputs<B[Name]>) => void
}[keyof B] extends (inputs: infer Inputs extends object) => void
  ? Inputs
  : never

type BranchOutputs<B extends Branches> = { [Name in keyof B]: ProgramOutputs<B[Name]> }[keyof B]

/** Names the branch to take; of a module one output field does. */
type Selector = AnyModule | ((inputs: never) => string | Promise<string>)

/** One of several modules, chosen by call; their predictors are called `branches['name']`. */
export class Branch<Inputs extends object, Outputs extends object> extends Module<Inputs, Outputs> {
  /** What chooses; a module here has predictors of its own, called `selector`. */
  selector: Selector
  /** The output field that names the branch, when the selector is a module. */
  field: string | undefined
  branches: Branches

  constructor(selector: Selector, field: string | undefined, branches: Branches) {
    super()
    this.selector = selector
    this.field = field
    this.branches = branches
  }

  override async forward(inputs: Inputs): Promise<Outputs> {
    const name = await this.select(inputs)
    const branch = ownValue(this.branches, name)
    if (typeof branch !== 'function') {
      throw new OptionError(
        'branches',
        `has no \`${name}\`, which was chosen; it has: ${Object.keys(this.branches).join(', ')}.`,
      )
    }
    // The signatures of `branch` ask for the inputs of every branch.
    return (await offer(inputs, branch as Step<Inputs, object>)) as Outputs
  }

  private async select(inputs: Inputs): Promise<string> {
    const { selector, field } = this
    const chosen = await offer(inputs, selector as (given: Inputs) => unknown)
    return String(field === undefined ? chosen : ownValue({ ...(chosen as object) }, field))
  }
}

/**
 * A module that hands its inputs to one of several: `selector` names it by the inputs, or is a module of
 * which the output `field` names it. Throws `OptionError` for a name that is none of them.
 */
export function branch<
  P extends AnyModule,
  const Name extends keyof ProgramOutputs<P> & string,
  B extends Readonly<Record<ProgramOutputs<P>[Name] & string, AnyModule>>,
>(
  selector: P,
  field: Name,
  branches: B,
): Branch<Flatten<ProgramInputs<P> & BranchInputs<B>>, BranchOutputs<B>>
export function branch<B extends Branches, Inputs extends object = BranchInputs<B>>(
  selector: (inputs: Inputs) => (keyof B & string) | Promise<keyof B & string>,
  branches: B,
): Branch<Flatten<Inputs & BranchInputs<B>>, BranchOutputs<B>>
export function branch(
  selector: Selector,
  ...rest: [field: string, branches: Branches] | [branches: Branches]
): Module<object, object> {
  if (rest.length === 1) return new Branch(selector, undefined, rest[0])
  return new Branch(selector, ...rest)
}
