import type { MakeInterpreter } from '../../interpreter/code-interpreter.ts'
import type { LMConfig } from '../../lm/lm-config.ts'
import type { Tool } from '../../schema/special/tool.ts'
import { checkInterpreter } from '../code/check-interpreter.ts'
import { checkCount } from '../tools/check-count.ts'

/** With what `CodeAct` works. */
export interface CodeActOptions {
  /** What code may call, each as `await name({ … })`. */
  tools: readonly Tool[]
  /** How many pieces of code are written at most. Default 5. */
  maxIters?: number
  /** Makes the interpreter of each call. Default: JavaScript in QuickJS. */
  interpreter?: MakeInterpreter
  /** LM settings of every predictor. */
  config?: LMConfig
}

/** All options of `CodeAct`. */
export interface ResolvedCodeActOptions {
  readonly tools: readonly Tool[]
  readonly maxIters: number
  readonly interpreter: MakeInterpreter | undefined
  readonly config: LMConfig
}

const defaults: Omit<ResolvedCodeActOptions, 'tools' | 'interpreter'> = {
  maxIters: 5,
  config: {},
}

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveCodeActOptions(options: CodeActOptions): ResolvedCodeActOptions {
  const resolved = {
    tools: options.tools,
    maxIters: options.maxIters ?? defaults.maxIters,
    interpreter: options.interpreter,
    config: options.config ?? defaults.config,
  }
  checkCount('maxIters', resolved.maxIters, 1)
  checkInterpreter(resolved.interpreter)
  return resolved
}
