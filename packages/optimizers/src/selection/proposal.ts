import type { LM, Module } from '@ockham/core'
import type { ComposeLM } from '../run/candidates.ts'

/** LMs, and maybe prompts, for a program's predictors: what a selection chooses among. */
export interface Proposal {
  /** Tells it from the other proposals of a selection. */
  readonly name: string
  /** The name of what each predictor asks, by the predictor's path. */
  readonly choice: Readonly<Record<string, string>>
  /** Gives a copy of the program what is proposed; `compose` makes LMs that ask others. */
  bind(program: Module<never, object>, compose: (make: ComposeLM) => LM): void
}

/** Makes an LM of others as they are: for a program that is no longer evaluated. */
export function composePlainly(make: ComposeLM): LM {
  return make((lm) => lm)
}
