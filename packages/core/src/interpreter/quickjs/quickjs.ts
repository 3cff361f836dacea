import type { MakeInterpreter } from '../code-interpreter.ts'
import { checkSetup } from './check-setup.ts'
import { QuickJSInterpreter } from './quickjs-interpreter.ts'
import { type QuickJSOptions, resolveQuickJSOptions } from './quickjs-options.ts'

/**
 * Makes interpreters of JavaScript that reach nothing but the functions given to them: no files, network, process or
 * timers (dspy.PythonInterpreter). Throws `OptionError` for a limit or, when one is made, a name that cannot be used.
 */
export function quickJS(options: QuickJSOptions = {}): MakeInterpreter {
  const limits = resolveQuickJSOptions(options)
  return (setup = {}) => new QuickJSInterpreter(checkSetup(setup), limits)
}
