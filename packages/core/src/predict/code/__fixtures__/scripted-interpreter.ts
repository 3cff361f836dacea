import { CodeInterpreterError } from '../../../errors/code-interpreter-error.ts'
import type {
  CodeRun,
  CodeRunOptions,
  HostFunction,
  MakeInterpreter,
} from '../../../interpreter/code-interpreter.ts'
import type { JSONValue } from '../../../schema/json-value.ts'

/** What one run of code does, given the functions of the host. */
export type ScriptedRun =
  | Partial<CodeRun>
  | ((
      functions: Readonly<Record<string, HostFunction>>,
      options: CodeRunOptions,
    ) => Partial<CodeRun> | Promise<Partial<CodeRun>>)

/** What an interpreter was told. */
export interface Told {
  readonly finals: readonly string[]
  readonly functions: readonly string[]
  readonly codes: string[]
  variables: Readonly<Record<string, JSONValue>>
  closed: number
}

/** Interpreters that read no code: each does the next of these things at every run. Tells what they were told. */
export function scriptedInterpreter(...runs: readonly ScriptedRun[]): {
  interpreter: MakeInterpreter
  made: Told[]
} {
  const made: Told[] = []
  const interpreter: MakeInterpreter = ({ functions = {}, finals = [] } = {}) => {
    const names = Object.keys(functions)
    const told: Told = { finals, functions: names, codes: [], variables: {}, closed: 0 }
    made.push(told)
    return {
      language: 'javascript',
      async run(code, options = {}) {
        told.variables = { ...told.variables, ...options.variables }
        if (code === '') return { output: '' }
        const run = runs[told.codes.length] ?? {}
        told.codes.push(code)
        const result = typeof run === 'function' ? await run(functions, options) : run
        return { output: '', ...result }
      },
      async close() {
        told.closed += 1
      },
    }
  }
  return { interpreter, made }
}

/** A run that fails with the code's own error. */
export function failing(message: string, output: string = ''): ScriptedRun {
  return () => {
    throw new CodeInterpreterError(message, { reason: 'runtime', output })
  }
}

/** A run that submits. */
export function submitting(...args: JSONValue[]): ScriptedRun {
  return { final: { name: 'SUBMIT', args } }
}
