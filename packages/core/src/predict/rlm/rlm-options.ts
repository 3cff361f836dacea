import { OptionError } from '../../errors/option-error.ts'
import type { MakeInterpreter } from '../../interpreter/code-interpreter.ts'
import { isLM } from '../../lm/is-lm.ts'
import type { LM } from '../../lm/lm.ts'
import type { LMConfig } from '../../lm/lm-config.ts'
import type { Tool } from '../../schema/special/tool.ts'
import { checkInterpreter } from '../code/check-interpreter.ts'
import { checkCount } from '../tools/check-count.ts'

/** How far `RLM` may go, and with what. */
export interface RLMOptions {
  /** How many pieces of code are written at most. Default 20. */
  maxIters?: number
  /** How many prompts the code of one call may ask of the sub LM. Default 50. */
  maxLLMCalls?: number
  /** How much of what code printed the LM sees of one step, in characters. Default 10 000. */
  maxOutputCharacters?: number
  /** What code may call beside its own functions, each as `await name({ … })`. */
  tools?: readonly Tool[]
  /** Answers `llm_query`; a cheaper one may do. Default: the LM of the call. */
  subLM?: LM
  /** Makes the interpreter of each call. Default: JavaScript in QuickJS. */
  interpreter?: MakeInterpreter
  /** LM settings of every predictor. */
  config?: LMConfig
}

/** All options of `RLM`. */
export interface ResolvedRLMOptions {
  readonly maxIters: number
  readonly maxLLMCalls: number
  readonly maxOutputCharacters: number
  readonly tools: readonly Tool[]
  readonly subLM: LM | undefined
  readonly interpreter: MakeInterpreter | undefined
  readonly config: LMConfig
}

const defaults: Omit<ResolvedRLMOptions, 'subLM' | 'interpreter'> = {
  maxIters: 20,
  maxLLMCalls: 50,
  maxOutputCharacters: 10_000,
  tools: [],
  config: {},
}

/** Fills in the defaults; throws `OptionError` for what cannot be used. */
export function resolveRLMOptions(options: RLMOptions): ResolvedRLMOptions {
  const resolved = {
    maxIters: options.maxIters ?? defaults.maxIters,
    maxLLMCalls: options.maxLLMCalls ?? defaults.maxLLMCalls,
    maxOutputCharacters: options.maxOutputCharacters ?? defaults.maxOutputCharacters,
    tools: options.tools ?? defaults.tools,
    subLM: options.subLM,
    interpreter: options.interpreter,
    config: options.config ?? defaults.config,
  }
  checkCount('maxIters', resolved.maxIters, 1)
  checkCount('maxLLMCalls', resolved.maxLLMCalls, 0)
  checkCount('maxOutputCharacters', resolved.maxOutputCharacters, 1)
  checkInterpreter(resolved.interpreter)
  if (resolved.subLM !== undefined && !isLM(resolved.subLM)) {
    throw new OptionError('subLM', 'must be an LM: an object with model, generate and stream.')
  }
  return resolved
}
