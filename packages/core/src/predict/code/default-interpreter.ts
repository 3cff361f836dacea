import type { MakeInterpreter } from '../../interpreter/code-interpreter.ts'

/** JavaScript in QuickJS, which is loaded when the first code is to run. */
export async function defaultInterpreter(): Promise<MakeInterpreter> {
  throw new Error('TODO quickJS')
}
