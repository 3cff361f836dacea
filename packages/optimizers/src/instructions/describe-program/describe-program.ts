import type { Module } from '@ockham/core'
import { fenced } from '../render-trace/fenced.ts'
import { describePredictor } from './describe-predictor.ts'
import { readableSource } from './readable-source.ts'

/** What to tell of a program. */
export interface DescribeProgramOptions {
  /** Whether the source of the program's class is shown, where it is readable; true by default. */
  readonly showSource?: boolean
}

/** A program in words for an LM: its class and its predictors with their fields and instructions. */
export function describeProgram(
  program: Module<never, object>,
  { showSource = true }: DescribeProgramOptions = {},
): string {
  const source = showSource ? readableSource(program) : undefined
  const predictors = Object.entries(program.dumpState().predictors)
  return [
    ...(source === undefined ? [] : [`# Source of the program\n${fenced(source)}`]),
    ...predictors.map(([name, state]) => describePredictor(name, state)),
  ].join('\n\n')
}
