import type { MakeInterpreter } from '../../interpreter/code-interpreter.ts'
import type { LMConfig } from '../../lm/lm-config.ts'
import { checkInterpreter } from '../code/check-interpreter.ts'
import { checkCount } from '../tools/check-count.ts'

/** How `ProgramOfThought` comes to code that runs. */
export interface ProgramOfThoughtOptions {
  /** How often code is written before it is given up. Default 3. */
  maxIters?: number
  /** Makes the interpreter of each call. Default: JavaScript in QuickJS. */
  interpreter?: MakeInterpreter
  /** LM settings of every predictor. */
  config?: LMConfig
}

/** All options of `ProgramOfThought`. */
export interface ResolvedProgramOfThoughtOptions {
  readonly maxIters: number
  readonly interpreter: MakeInterpreter | undefined
  readonly config: LMConfig
}

const defaults: Omit<ResolvedProgramOfThoughtOptions, 'interpreter'> = {
  maxIters: 3,
  config: {},
}

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveProgramOfThoughtOptions(
  options: ProgramOfThoughtOptions,
): ResolvedProgramOfThoughtOptions {
  const resolved = {
    maxIters: options.maxIters ?? defaults.maxIters,
    interpreter: options.interpreter,
    config: options.config ?? defaults.config,
  }
  checkCount('maxIters', resolved.maxIters, 1)
  checkInterpreter(resolved.interpreter)
  return resolved
}
