import type { Flatten } from '../../internal/flatten.ts'
import type { StepFields } from './step.ts'

/** Stands for what a step gives while the compiler does not know it yet, and then nothing is checked. */
export interface NotYet {
  readonly notYet: never
}

/** The fields that a step is offered: those before the last step, and what that gave. */
export type After<Before extends object, Given extends object> = [Before] extends [never]
  ? never
  : [Given] extends [NotYet]
    ? never
    : Flatten<Omit<Before, keyof StepFields<Given>> & StepFields<Given>>
