import { afterAll, afterEach } from 'vitest'
import { CodeInterpreterError } from '../../../errors/code-interpreter-error.ts'
import type { CodeInterpreter, InterpreterSetup } from '../../code-interpreter.ts'
import { quickJS } from '../quickjs.ts'
import type { QuickJSOptions } from '../quickjs-options.ts'

const open = new Set<CodeInterpreter>()

afterEach(async () => {
  await Promise.all([...open].map((interpreter) => interpreter.close()))
  open.clear()
})

/** An interpreter that is closed after the test. */
export function interpreterWith(
  setup: InterpreterSetup = {},
  options: QuickJSOptions = {},
): CodeInterpreter {
  const interpreter = quickJS(options)(setup)
  open.add(interpreter)
  return interpreter
}

// Starting one takes longer than most tests.
const shared = quickJS()()

afterAll(() => shared.close())

/** The value of code, by default in an interpreter that all tests of a file share. */
export async function resultOf(
  code: string,
  interpreter: CodeInterpreter = shared,
): Promise<unknown> {
  return (await interpreter.run(code)).value
}

/** What code failed with, by default in the interpreter that all tests of a file share. */
export async function failureOf(
  code: string,
  interpreter: CodeInterpreter = shared,
): Promise<CodeInterpreterError> {
  const error = await interpreter.run(code).then(
    (run) => run,
    (error: unknown) => error,
  )
  if (CodeInterpreterError.is(error)) return error
  throw new Error(`It did not fail as code fails: ${JSON.stringify(error)}`, { cause: error })
}
